package io.github.csscallback.jackson3;

import io.github.csscallback.core.event.CallbackEvent;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamWriteCapability;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Copies JSON with its numbers as they are written, which Jackson's own copying turns into binary ones. */
final class MembersCopy {

    private static final int REPLACEMENT = 0xFFFD;

    private MembersCopy() {}

    /**
     * Copies the members of an object without its braces.
     *
     * @param in at the beginning of the object, or within it at a name or at the end; then at the end
     */
    static void copy(JsonParser in, JsonGenerator out) {
        JsonToken token = in.hasToken(JsonToken.START_OBJECT) ? in.nextToken() : in.currentToken();
        int depth = 0;
        while (depth > 0 || token != JsonToken.END_OBJECT) {
            copyToken(token, in, out);
            if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            }
            token = in.nextToken();
        }
    }

    private static void copyToken(@Nullable JsonToken token, JsonParser in, JsonGenerator out) {
        if (token == null) {
            throw new UnexpectedEndOfInputException(in, JsonToken.NOT_AVAILABLE, "The JSON ends within an event");
        }
        switch (token) {
            case PROPERTY_NAME -> out.writeName(in.currentName());
            case VALUE_STRING -> out.writeString(wellFormed(in.getString()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> copyNumber(in, out);
            case VALUE_EMBEDDED_OBJECT ->
                throw MismatchedInputException.from(
                        in, CallbackEvent.class, "An event has no binary value, but " + in.currentName() + " is one");
            default -> out.copyCurrentEvent(in);
        }
    }

    private static void copyNumber(JsonParser in, JsonGenerator out) {
        String text = in.getString();
        if (out.streamWriteCapabilities().isEnabled(StreamWriteCapability.CAN_WRITE_FORMATTED_NUMBERS)) {
            out.writeNumber(text);
        } else if (in.hasToken(JsonToken.VALUE_NUMBER_INT)) {
            out.copyCurrentEvent(in);
        } else {
            copyDecimal(text, out);
        }
    }

    /** A tree and a binary format get a double, as from any JSON, but not where it would be another number. */
    private static void copyDecimal(String text, JsonGenerator out) {
        double number = Double.parseDouble(text);
        if (text.equals(Double.toString(number))) {
            out.writeNumber(number);
        } else {
            copyExactly(text, out);
        }
    }

    private static void copyExactly(String text, JsonGenerator out) {
        BigDecimal number;
        try {
            number = new BigDecimal(text);
        } catch (NumberFormatException e) {
            out.writeString(text); // an exponent of more than 32 bits; an event takes a number as a text too
            return;
        }
        out.writeNumber(number);
    }

    /** The text with U+FFFD for each half of a surrogate pair, as the event's components have it: UTF-8 cannot write it. */
    private static String wellFormed(String text) {
        if (text.chars().noneMatch(unit -> Character.isSurrogate((char) unit))) {
            return text;
        }
        StringBuilder wellFormed = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> Character.getType(point) == Character.SURROGATE ? REPLACEMENT : point)
                .forEach(wellFormed::appendCodePoint);
        return wellFormed.toString();
    }
}
