package io.github.csscallback.testkit.internal.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.csscallback.client.credentials.Credentials;
import io.github.csscallback.client.signature.Tc3Request;
import io.github.csscallback.client.signature.Tc3Signature;
import io.github.csscallback.client.signature.Tc3Signer;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A request that is right in every way until a test changes it. What is set after {@link #sign} is not signed. */
final class SignedRequest {

    private final Map<String, String> headers = new LinkedHashMap<>();
    private String requestLine = "POST / HTTP/1.1";
    private byte[] body;
    private List<String> signedNames = List.of("content-type", "host");
    private String service = "live";
    private String secretId = RunningApi.SECRET_ID;
    private String secretKey = RunningApi.SECRET_KEY;
    private String more = "";
    private String signature = "not signed";

    SignedRequest(URI server, String action, String json) {
        this.body = json.getBytes(UTF_8);
        header("Host", server.getAuthority());
        header("Content-Type", "application/json");
        header("X-TC-Action", action);
        header("X-TC-Version", "2018-08-01");
        header("X-TC-Timestamp", Long.toString(RunningApi.NOW.getEpochSecond()));
    }

    SignedRequest line(String line) {
        requestLine = line;
        return this;
    }

    SignedRequest header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    SignedRequest without(String name) {
        headers.remove(name);
        return this;
    }

    /** A line more in the head, for a header twice. */
    SignedRequest also(String line) {
        more += line + "\r\n";
        return this;
    }

    SignedRequest body(byte[] bytes) {
        body = bytes;
        return this;
    }

    SignedRequest signing(String... names) {
        signedNames = List.of(names);
        return this;
    }

    SignedRequest service(String name) {
        service = name;
        return this;
    }

    SignedRequest as(String id, String key) {
        secretId = id;
        secretKey = key;
        return this;
    }

    SignedRequest sign() {
        Map<String, String> signed = new TreeMap<>();
        for (String name : signedNames) {
            headers.forEach((header, value) -> {
                if (header.toLowerCase(Locale.ROOT).equals(name)) {
                    signed.put(name, value);
                }
            });
        }
        boolean unsigned = Tc3Request.UNSIGNED_PAYLOAD.equals(headers.get("X-TC-Content-SHA256"));
        byte[] hashed = unsigned ? Tc3Request.UNSIGNED_PAYLOAD.getBytes(UTF_8) : body;
        Instant at = Instant.ofEpochSecond(Long.parseLong(headers.get("X-TC-Timestamp")));
        Tc3Signature made =
                new Tc3Signer(service).sign(Tc3Request.post(signed, hashed), Credentials.of(secretId, secretKey), at);
        signature = made.signature().reveal();
        return header("Authorization", made.authorization().reveal());
    }

    SignedRequest authorization(UnaryOperator<String> change) {
        String before = headers.get("Authorization");
        String after = change.apply(before);
        if (after.equals(before)) {
            throw new AssertionError("nothing has changed");
        }
        return header("Authorization", after);
    }

    /** The part of the Authorization that nobody may see again. */
    String signature() {
        return signature;
    }

    byte[] bytes() {
        byte[] head = head().getBytes(ISO_8859_1);
        byte[] all = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }

    String head() {
        StringBuilder head = new StringBuilder(requestLine).append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append(more)
                .append("Content-Length: ")
                .append(body.length)
                .append("\r\n\r\n")
                .toString();
    }
}
