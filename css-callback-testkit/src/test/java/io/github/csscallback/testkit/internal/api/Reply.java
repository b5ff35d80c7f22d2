package io.github.csscallback.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What the API answered. */
record Reply(int status, String body) {

    private static final ObjectMapper JSON = new ObjectMapper();

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
