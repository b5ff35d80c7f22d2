package io.github.csscallback.testkit.internal.api.message;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

/**
 * A response: the JSON envelope with its request id.
 *
 * @param status the HTTP status, 200 for errors too
 * @param body the JSON; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // made here, written to the wire, compared by nobody
public record ApiResponse(int status, byte[] body) {

    private static final JsonFactory JSON = new JsonFactory();

    public static ApiResponse of(ResponseContent members) {
        return new ApiResponse(200, envelope(members));
    }

    public static ApiResponse of(ApiErrorException rejection) {
        return new ApiResponse(rejection.status(), envelope(json -> {
            json.writeObjectFieldStart("Error");
            json.writeStringField("Code", rejection.code().text());
            json.writeStringField("Message", rejection.getMessage());
            json.writeEndObject();
        }));
    }

    private static byte[] envelope(ResponseContent members) {
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
