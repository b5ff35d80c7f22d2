package io.github.csscallback.client.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.csscallback.client.credentials.Credentials;
import io.github.csscallback.core.field.SecretText;
import io.github.csscallback.testsupport.Tc3Vector;
import java.security.Key;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every vector, computed by the official client or printed in its documentation, step by step. */
class Tc3VectorsTest {

    static List<Tc3Vector> vectors() {
        return Tc3Vector.all();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void everyVectorIsReproducedWithAllItsSteps(Tc3Vector vector) {
        reproduce(vector.input(), vector.expected());
    }

    private static void reproduce(JsonNode input, JsonNode expected) {
        byte[] payload = input.get("payload").asText().getBytes(UTF_8);
        String hash = input.path("unsignedPayload").asBoolean()
                ? Tc3Request.hash(Tc3Request.UNSIGNED_PAYLOAD.getBytes(UTF_8))
                : Tc3Request.hash(payload);
        TreeMap<String, String> headers = new TreeMap<>();
        headers.put("Content-Type", input.get("contentType").asText());
        headers.put("Host", input.get("host").asText());
        if (expected.get("signedHeaders").asText().contains("x-tc-action")) {
            headers.put("X-TC-Action", input.get("action").asText());
        }
        Tc3Request request = new Tc3Request(
                input.get("method").asText(),
                input.get("canonicalUri").asText(),
                input.get("canonicalQueryString").asText(),
                headers,
                hash);
        SecretText secretKey = SecretText.of(input.get("secretKey").asText());
        String service = input.get("service").asText();

        Tc3Signer signer = new Tc3Signer(service);
        Tc3Signature signature = signer.sign(
                request,
                Credentials.of(input.get("secretId").asText(), secretKey.reveal()),
                Instant.ofEpochSecond(input.get("timestamp").asLong()));

        String date = expected.get("date").asText();
        assertThat(request.payloadHash())
                .isEqualTo(expected.get("hashedRequestPayload").asText());
        StringBuilder canonicalHeaders = new StringBuilder();
        request.headers()
                .forEach((name, value) ->
                        canonicalHeaders.append(name).append(':').append(value).append('\n'));
        assertThat(canonicalHeaders)
                .hasToString(expected.get("canonicalHeaders").asText());
        assertThat(signature.signedHeaders())
                .isEqualTo(expected.get("signedHeaders").asText());
        assertThat(signature.canonicalRequest())
                .isEqualTo(expected.get("canonicalRequest").asText());
        assertThat(Sha256.hex(signature.canonicalRequest().getBytes(UTF_8)))
                .isEqualTo(expected.get("hashedCanonicalRequest").asText());
        assertThat(signature.credentialScope())
                .isEqualTo(expected.get("credentialScope").asText());
        assertThat(signature.stringToSign())
                .isEqualTo(expected.get("stringToSign").asText());
        byte[] ofDate = DerivedKey.ofDate(secretKey, date);
        byte[] ofService = DerivedKey.next(ofDate, service);
        assertThat(hex(ofDate)).isEqualTo(expected.get("secretDateHex").asText());
        assertThat(hex(ofService)).isEqualTo(expected.get("secretServiceHex").asText());
        Key derived = signer.keyFor(secretKey, date).key();
        assertThat(hex(derived.getEncoded()))
                .isEqualTo(expected.get("secretSigningHex").asText());
        assertThat(signature.signature().reveal())
                .isEqualTo(expected.get("signature").asText());
        assertThat(signature.authorization().reveal())
                .isEqualTo(expected.get("authorization").asText());
        assertThat(signature.timestamp()).isEqualTo(input.get("timestamp").asLong());
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
