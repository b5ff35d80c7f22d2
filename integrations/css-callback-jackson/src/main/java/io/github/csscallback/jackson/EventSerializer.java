package io.github.csscallback.jackson;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.type.WritableTypeId;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.github.csscallback.core.event.CallbackEvent;
import io.github.csscallback.core.field.Fields;
import java.io.IOException;

/** Writes an event as the members of its packet. */
final class EventSerializer extends StdSerializer<CallbackEvent> {

    private static final long serialVersionUID = 1;

    private final boolean writesCredentials;
    private final EventJson json = new EventJson();

    EventSerializer(boolean writesCredentials) {
        super(CallbackEvent.class);
        this.writesCredentials = writesCredentials;
    }

    @Override
    public void serialize(CallbackEvent event, JsonGenerator out, SerializerProvider provider) throws IOException {
        out.writeStartObject(event);
        writeMembers(event, out);
        out.writeEndObject();
    }

    @Override
    public void serializeWithType(
            CallbackEvent event, JsonGenerator out, SerializerProvider provider, TypeSerializer typeSerializer)
            throws IOException {
        WritableTypeId typeId = typeSerializer.typeId(event, JsonToken.START_OBJECT);
        typeSerializer.writeTypePrefix(out, typeId);
        writeMembers(event, out);
        typeSerializer.writeTypeSuffix(out, typeId);
    }

    private void writeMembers(CallbackEvent event, JsonGenerator out) throws IOException {
        Fields fields = event.fields();
        try (JsonParser in = json.parser(writesCredentials ? fields.toJsonWithCredentials() : fields.toJson())) {
            in.nextToken();
            MembersCopy.copy(in, out);
        }
    }
}
