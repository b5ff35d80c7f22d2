package io.github.csscallback.testkit.internal.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.csscallback.testkit.internal.api.auth.Tc3Verifier;
import io.github.csscallback.testkit.internal.api.message.ApiErrorException;
import io.github.csscallback.testkit.internal.api.message.ApiRequest;
import io.github.csscallback.testkit.internal.api.message.ErrorCode;
import io.github.csscallback.testsupport.SettableClock;
import io.github.csscallback.testsupport.Tc3Vector;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every vector, computed by the official client or printed in its documentation, seen from the server's side. */
class Tc3VectorsTest {

    static List<Tc3Vector> vectors() {
        return Tc3Vector.all();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void everyVectorIsAcceptedAndNoneWithAnotherKey(Tc3Vector vector) {
        check(vector.input(), vector.expected());
    }

    private static void check(JsonNode input, JsonNode expected) {
        Map<String, List<String>> headers = new HashMap<>();
        put(headers, "Authorization", expected.get("authorization").asText());
        put(headers, "Content-type", input.get("contentType").asText());
        put(headers, "Host", input.get("host").asText());
        put(headers, "X-tc-timestamp", input.get("timestamp").asText());
        put(headers, "X-tc-action", input.path("action").asText());
        if (input.path("unsignedPayload").asBoolean()) {
            put(headers, "X-tc-content-sha256", "UNSIGNED-PAYLOAD");
        }
        String query = input.get("canonicalQueryString").asText();
        ApiRequest request = new ApiRequest(
                input.get("method").asText(),
                URI.create(input.get("canonicalUri").asText() + (query.isEmpty() ? "" : "?" + query)),
                headers,
                input.get("payload").asText().getBytes(UTF_8));
        String secretKey = input.get("secretKey").asText();

        assertThatCode(() -> check(input, secretKey).check(request)).doesNotThrowAnyException();
        assertThatThrownBy(() -> check(input, secretKey + "x").check(request))
                .isInstanceOfSatisfying(
                        ApiErrorException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SIGNATURE_FAILURE));
    }

    private static Tc3Verifier check(JsonNode input, String secretKey) {
        return new Tc3Verifier(
                input.get("service").asText(),
                input.get("secretId").asText(),
                secretKey,
                null,
                SettableClock.at(Instant.ofEpochSecond(input.get("timestamp").asLong())));
    }

    private static void put(Map<String, List<String>> headers, String name, String value) {
        headers.put(name, List.of(value));
    }
}
