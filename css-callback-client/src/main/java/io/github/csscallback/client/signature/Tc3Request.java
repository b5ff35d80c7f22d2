package io.github.csscallback.client.signature;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The parts of a request that TC3-HMAC-SHA256 signs. The bytes that are hashed must be the bytes that are sent. Immutable.
 *
 * <p>Source: https://cloud.tencent.com/document/api/213/30654
 *
 * @param method the HTTP method in capitals
 * @param path the path, {@code /} for the API
 * @param query the query string as sent, encoded; empty for POST
 * @param headers the headers to sign, exactly as sent; at least content-type and host. They are put into canonical form:
 *     names and values in lower case, values trimmed, sorted by name
 * @param payloadHash the SHA-256 of the body as lower-case hex, from {@link #hash(byte[])}
 */
public record Tc3Request(
        String method, String path, String query, SortedMap<String, String> headers, String payloadHash) {

    /** What is hashed instead of the body if the header X-TC-Content-SHA256 says {@code UNSIGNED-PAYLOAD}. */
    public static final String UNSIGNED_PAYLOAD = "UNSIGNED-PAYLOAD";

    /**
     * Puts the headers into canonical form.
     *
     * @throws IllegalArgumentException if content-type or host is missing, or a header holds a line end
     */
    public Tc3Request {
        TreeMap<String, String> canonical = new TreeMap<>();
        headers.forEach((name, value) -> {
            if (value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) {
                throw new IllegalArgumentException("header " + name + " holds a line end");
            }
            canonical.put(name.toLowerCase(Locale.ROOT), value.strip().toLowerCase(Locale.ROOT));
        });
        if (!canonical.containsKey("content-type") || !canonical.containsKey("host")) {
            throw new IllegalArgumentException("content-type and host must be signed; give both");
        }
        headers = Collections.unmodifiableSortedMap(canonical);
    }

    /**
     * A POST to {@code /}, as the API takes it.
     *
     * @param headers the headers to sign
     * @param payload the body, exactly as it is sent
     * @return the parts to sign
     * @throws IllegalArgumentException if content-type or host is missing, or a header holds a line end
     */
    public static Tc3Request post(Map<String, String> headers, byte[] payload) {
        return new Tc3Request("POST", "/", "", new TreeMap<>(headers), hash(payload));
    }

    /**
     * The hash of a body.
     *
     * @return its SHA-256 as lower-case hex
     */
    public static String hash(byte[] payload) {
        return Sha256.hex(payload);
    }
}
