package io.github.csscallback.client.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Writes a JSON object as the bytes that are hashed and sent. */
public final class JsonBytes {

    private JsonBytes() {}

    /** Writes the members of an object. */
    @FunctionalInterface
    public interface Members {
        /**
         * Writes them.
         *
         * @param json where to
         * @throws IOException if a value cannot be written
         */
        void write(JsonGenerator json) throws IOException;
    }

    /**
     * An object without members.
     *
     * @return {@code {}}
     */
    public static byte[] emptyObject() {
        return new byte[] {'{', '}'};
    }

    /**
     * An object.
     *
     * @param members its members
     * @return compact JSON in UTF-8
     */
    public static byte[] object(Members members) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = Json.FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            members.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static String text(Members members) {
        return new String(object(members), StandardCharsets.UTF_8);
    }
}
