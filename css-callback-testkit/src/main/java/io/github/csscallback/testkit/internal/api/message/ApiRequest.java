package io.github.csscallback.testkit.internal.api.message;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An HTTP request to the API. */
public final class ApiRequest {

    /** The service accepts 10 MB. */
    public static final int MAX_BODY = 10 * 1024 * 1024;

    private final String method;
    private final URI target;
    private final Map<String, List<String>> headers = new TreeMap<>();
    private final byte[] body;

    /**
     * @param method the HTTP method
     * @param target the target of the request line: a path, or an absolute URI as sent to a proxy
     * @param headers the headers, each byte decoded as one character
     * @param body the body; must not be changed
     */
    public ApiRequest(String method, URI target, Map<String, List<String>> headers, byte[] body) {
        this.method = method;
        this.target = target;
        this.body = body;
        headers.forEach((name, values) -> this.headers
                .computeIfAbsent(name.toLowerCase(Locale.ROOT), unknown -> new ArrayList<>())
                .addAll(values.stream().map(ApiRequest::text).toList()));
    }

    /** Decodes the bytes as UTF-8, which is what clients sign. */
    private static String text(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8).trim();
    }

    public String method() {
        return method;
    }

    public URI target() {
        return target;
    }

    public byte[] body() {
        return body;
    }

    /**
     * The value of a header.
     *
     * @param name the name in lower case
     * @return the trimmed value, or null if it was not sent
     * @throws ApiErrorException if it was sent twice, as it would be ambiguous which one was signed
     */
    @Nullable
    public String header(String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw new ApiErrorException(
                    ErrorCode.INVALID_REQUEST, "the header " + name + " was sent " + values.size() + " times");
        }
        return values.isEmpty() ? null : values.get(0);
    }

    public String requiredHeader(String name) {
        String value = header(name);
        if (value == null || value.isEmpty()) {
            throw new ApiErrorException(ErrorCode.MISSING_PARAMETER, "the header " + name + " is missing");
        }
        return value;
    }
}
