package io.github.csscallback.jackson3;

import io.github.csscallback.core.event.CallbackEvent;
import io.github.csscallback.core.field.Fields;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.type.WritableTypeId;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes an event as the members of its packet. */
final class EventSerializer extends StdSerializer<CallbackEvent> {

    private final boolean writesCredentials;
    private final EventJson json = new EventJson();

    EventSerializer(boolean writesCredentials) {
        super(CallbackEvent.class);
        this.writesCredentials = writesCredentials;
    }

    @Override
    public void serialize(CallbackEvent event, JsonGenerator out, SerializationContext context) {
        out.writeStartObject(event);
        writeMembers(event, out);
        out.writeEndObject();
    }

    @Override
    public void serializeWithType(
            CallbackEvent event, JsonGenerator out, SerializationContext context, TypeSerializer typeSerializer) {
        WritableTypeId typeId = typeSerializer.typeId(event, JsonToken.START_OBJECT);
        typeSerializer.writeTypePrefix(out, context, typeId);
        writeMembers(event, out);
        typeSerializer.writeTypeSuffix(out, context, typeId);
    }

    private void writeMembers(CallbackEvent event, JsonGenerator out) {
        Fields fields = event.fields();
        try (JsonParser in = json.parser(writesCredentials ? fields.toJsonWithCredentials() : fields.toJson())) {
            in.nextToken();
            MembersCopy.copy(in, out);
        }
    }
}
