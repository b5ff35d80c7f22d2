package io.github.csscallback.jackson3;

import io.github.csscallback.core.event.CallbackEvent;
import io.github.csscallback.core.field.UnreadablePacketException;
import io.github.csscallback.receiver.CallbackDecoder;
import java.io.ByteArrayOutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.jsontype.TypeDeserializer;
import tools.jackson.databind.type.LogicalType;

/** Reads an event from the members of its packet, by the decoder of the receiver. */
final class EventDeserializer extends StdDeserializer<CallbackEvent> {

    private final Class<? extends CallbackEvent> wanted;
    private final EventJson json = new EventJson();

    EventDeserializer(Class<? extends CallbackEvent> wanted) {
        super(wanted);
        this.wanted = wanted;
    }

    @Override
    public CallbackEvent deserialize(JsonParser in, DeserializationContext context) {
        // Within the object where a type id has been read from it.
        if (!in.hasToken(JsonToken.START_OBJECT)
                && !in.hasToken(JsonToken.PROPERTY_NAME)
                && !in.hasToken(JsonToken.END_OBJECT)) {
            return wanted.cast(context.handleUnexpectedToken(wanted, in));
        }
        CallbackEvent event = decode(packet(in), in);
        if (!wanted.isInstance(event)) {
            throw MismatchedInputException.from(
                    in,
                    wanted,
                    "This is a "
                            + event.getClass().getSimpleName() + " (event_type "
                            + event.type().number() + "), not a " + wanted.getSimpleName());
        }
        return event;
    }

    @Override
    public Object deserializeWithType(
            JsonParser in, DeserializationContext context, TypeDeserializer typeDeserializer) {
        return typeDeserializer.deserializeTypedFromObject(in, context);
    }

    @Override
    public LogicalType logicalType() {
        return LogicalType.POJO;
    }

    private byte[] packet(JsonParser in) {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        try (JsonGenerator out = json.generator(packet)) {
            out.writeStartObject();
            MembersCopy.copy(in, out);
            out.writeEndObject();
        }
        return packet.toByteArray();
    }

    private CallbackEvent decode(byte[] packet, JsonParser in) throws DatabindException {
        try {
            return CallbackDecoder.withoutVerification(packet).event();
        } catch (UnreadablePacketException e) {
            DatabindException mismatch =
                    MismatchedInputException.from(in, wanted, "This is no event: " + e.getMessage());
            mismatch.initCause(e);
            throw mismatch;
        }
    }
}
