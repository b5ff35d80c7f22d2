package io.github.csscallback.jackson;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamWriteCapability;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.github.csscallback.core.event.CallbackEvent;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Copies JSON with its numbers as they are written, which Jackson's own copying turns into binary ones. */
final class MembersCopy {

    private static final int REPLACEMENT = 0xFFFD;

    private MembersCopy() {}

    /**
     * Copies the members of an object without its braces.
     *
     * @param in at the beginning of the object, or within it at a name or at the end; then at the end
     */
    static void copy(JsonParser in, JsonGenerator out) throws IOException {
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

    private static void copyToken(@Nullable JsonToken token, JsonParser in, JsonGenerator out) throws IOException {
        if (token == null) {
            throw new JsonEOFException(in, JsonToken.NOT_AVAILABLE, "The JSON ends within an event");
        }
        switch (token) {
            case FIELD_NAME -> out.writeFieldName(in.currentName());
            case VALUE_STRING -> out.writeString(wellFormed(in.getText()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> copyNumber(in, out);
            case VALUE_EMBEDDED_OBJECT ->
                throw MismatchedInputException.from(
                        in, CallbackEvent.class, "An event has no binary value, but " + in.currentName() + " is one");
            default -> out.copyCurrentEvent(in);
        }
    }

    private static void copyNumber(JsonParser in, JsonGenerator out) throws IOException {
        String text = in.getText();
        if (out.getWriteCapabilities().isEnabled(StreamWriteCapability.CAN_WRITE_FORMATTED_NUMBERS)) {
            out.writeNumber(text);
        } else if (in.hasToken(JsonToken.VALUE_NUMBER_INT)) {
            out.copyCurrentEvent(in);
        } else {
            copyDecimal(text, out);
        }
    }

    /** A tree and a binary format get a double, as from any JSON, but not where it would be another number. */
    private static void copyDecimal(String text, JsonGenerator out) throws IOException {
        double number = Double.parseDouble(text);
        if (text.equals(Double.toString(number))) {
            out.writeNumber(number);
        } else {
            copyExactly(text, out);
        }
    }

    private static void copyExactly(String text, JsonGenerator out) throws IOException {
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
