package io.github.csscallback.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.csscallback.testsupport.RawHttpConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;

/** A response of the API. */
record Response(int status, String body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Response of(RawHttpConnection.Response response) {
        return new Response(response.status(), response.body());
    }

    /** The response to these bytes; empty if the server closed the connection instead. */
    static Optional<Response> to(URI server, byte[] request) {
        try (RawHttpConnection connection = RawHttpConnection.to(server)) {
            return Optional.of(of(connection.send(request).endOfRequest().response()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    JsonNode response() {
        try {
            return JSON.readTree(body).path("Response");
        } catch (IOException e) {
            throw new UncheckedIOException("not JSON: " + body, e);
        }
    }

    /** The error's code; empty if it succeeded. */
    String code() {
        return response().path("Error").path("Code").asText();
    }

    String message() {
        return response().path("Error").path("Message").asText();
    }
}
