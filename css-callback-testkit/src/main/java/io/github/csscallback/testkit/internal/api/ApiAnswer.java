package io.github.csscallback.testkit.internal.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

/**
 * What is answered: the envelope with its request id.
 *
 * @param status HTTP status, 200 for refusals too
 * @param body JSON; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // made here, written to the wire, compared by nobody
record ApiAnswer(int status, byte[] body) {

    private static final JsonFactory JSON = new JsonFactory();

    static ApiAnswer of(Members members) {
        return new ApiAnswer(200, envelope(members));
    }

    static ApiAnswer of(ApiRefusal refusal) {
        return new ApiAnswer(refusal.status(), envelope(json -> {
            json.writeObjectFieldStart("Error");
            json.writeStringField("Code", refusal.code().text());
            json.writeStringField("Message", refusal.getMessage());
            json.writeEndObject();
        }));
    }

    private static byte[] envelope(Members members) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeObjectFieldStart("Response");
            members.writeTo(json);
            json.writeStringField("RequestId", UUID.randomUUID().toString());
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("memory can be written to", e);
        }
        return bytes.toByteArray();
    }
}
