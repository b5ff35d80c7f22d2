package io.github.csscallback.cli.send;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.OptionalLong;

/** The {@code code} that many receivers put into a response body: 0 is success. */
final class ResponseCode {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ResponseCode() {}

    /** The code, or empty if the body is no JSON object with a whole number of that name. */
    static OptionalLong in(String body) {
        JsonNode code;
        try {
            code = JSON.readTree(body).path("code");
        } catch (JsonProcessingException e) {
            return OptionalLong.empty(); // a body of any form is allowed
        }
        return code.isIntegralNumber() && code.canConvertToLong()
                ? OptionalLong.of(code.longValue())
                : OptionalLong.empty();
    }
}
