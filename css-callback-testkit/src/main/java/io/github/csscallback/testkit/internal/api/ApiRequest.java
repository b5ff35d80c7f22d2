package io.github.csscallback.testkit.internal.api;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A request as it came. */
final class ApiRequest {

    private final String method;
    private final URI target;
    private final Map<String, List<String>> headers = new TreeMap<>();
    private final byte[] body;

    /**
     * A request.
     *
     * @param method its method
     * @param target from the request line: a path, or a whole address as proxies get it
     * @param headers as the server read them, each byte a character
     * @param body its bytes, which nobody changes
     */
    ApiRequest(String method, URI target, Map<String, List<String>> headers, byte[] body) {
        this.method = method;
        this.target = target;
        this.body = body;
        headers.forEach((name, values) -> this.headers
                .computeIfAbsent(name.toLowerCase(Locale.ROOT), unknown -> new ArrayList<>())
                .addAll(values.stream().map(ApiRequest::text).toList()));
    }

    /** What the bytes say in UTF-8, in which everything is signed. */
    private static String text(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8).trim();
    }

    String method() {
        return method;
    }

    URI target() {
        return target;
    }

    byte[] body() {
        return body;
    }

    /**
     * A header's value.
     *
     * @param name in lower case
     * @return the value, trimmed, or null if it was not sent
     * @throws ApiRefusal if it was sent twice: nobody could tell which one was signed
     */
    @Nullable
    String header(String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw new ApiRefusal(Code.INVALID_REQUEST, "the header " + name + " was sent " + values.size() + " times");
        }
        return values.isEmpty() ? null : values.get(0);
    }

    String requiredHeader(String name) {
        String value = header(name);
        if (value == null || value.isEmpty()) {
            throw new ApiRefusal(Code.MISSING_PARAMETER, "the header " + name + " is missing");
        }
        return value;
    }
}
