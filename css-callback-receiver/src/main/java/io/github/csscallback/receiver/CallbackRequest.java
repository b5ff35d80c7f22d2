package io.github.csscallback.receiver;

import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request as a web server got it: all that the receiver needs, whatever the server. An adapter is a few lines:
 *
 * <pre>{@code
 * CallbackRequest.builder()
 *     .method(request.getMethod())
 *     .target(path + "?" + query)          // as in the request line
 *     .headers(request::getHeader)         // null for a header that is absent
 *     .remoteAddress(request.getRemoteAddr())
 *     .body(request.getInputStream().readNBytes(receiver.maxBodyBytes() + 1))
 *     .build();
 * }</pre>
 *
 * <p>Give the bytes as they came: never a text that was decoded and encoded again, nor a parsed tree.
 * Read no more than that one byte beyond the limit: a stranger may send without end.
 */
public final class CallbackRequest {

    private static final byte[] NO_BODY = {};

    private final String method;
    private final String target;
    private final byte[] body;
    private final @Nullable String contentLength;
    private final @Nullable String contentEncoding;
    private final @Nullable String remoteAddress;
    private final @Nullable Instant receivedAt;

    private CallbackRequest(Builder builder) {
        this.method = builder.method;
        this.target = builder.target;
        this.body = builder.body;
        this.contentLength = builder.contentLength;
        this.contentEncoding = builder.contentEncoding;
        this.remoteAddress = builder.remoteAddress;
        this.receivedAt = builder.receivedAt;
    }

    /**
     * Begins a request: a POST to {@code /} with an empty body.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * A POST without headers, for tests and for servers that have checked the headers themselves.
     *
     * @param target path and query, as in the request line
     * @param body the bytes; the request owns them from now on
     * @return the request
     */
    public static CallbackRequest post(String target, byte[] body) {
        return builder().target(target).body(body).build();
    }

    String method() {
        return method;
    }

    String target() {
        return target;
    }

    byte[] body() {
        return body;
    }

    @Nullable
    String contentEncoding() {
        return contentEncoding;
    }

    @Nullable
    String remoteAddress() {
        return remoteAddress;
    }

    @Nullable
    Instant receivedAt() {
        return receivedAt;
    }

    /** Whether the headers announced a body. */
    boolean announcesBody() {
        return contentLength != null
                && !contentLength.isBlank()
                && !contentLength.strip().equals("0");
    }

    /** Sets up a {@link CallbackRequest}. Not safe for use by several threads. */
    public static final class Builder {

        private String method = "POST";
        private String target = "/";
        private byte[] body = NO_BODY;
        private @Nullable String contentLength;
        private @Nullable String contentEncoding;
        private @Nullable String remoteAddress;
        private @Nullable Instant receivedAt;

        private Builder() {}

        /**
         * The method.
         *
         * @param name the request's method, in capitals
         * @return this
         */
        public Builder method(String name) {
            this.method = Objects.requireNonNull(name, "name");
            return this;
        }

        /**
         * The target. It chooses the keys and is part of a delivery's identity, so give it as it came.
         *
         * @param pathAndQuery path and query, as in the request line
         * @return this
         */
        public Builder target(String pathAndQuery) {
            this.target = Objects.requireNonNull(pathAndQuery, "pathAndQuery");
            return this;
        }

        /**
         * The headers. Content-Encoding and Content-Length are looked at, now, and nothing else.
         *
         * @param header gives the value of a header by its name, or null if it is absent
         * @return this
         */
        public Builder headers(Function<String, @Nullable String> header) {
            this.contentEncoding = header.apply("Content-Encoding");
            this.contentLength = header.apply("Content-Length");
            return this;
        }

        /**
         * The body.
         *
         * @param bytes the bytes as they came; the request owns them from now on, so do not change them
         * @return this
         */
        public Builder body(byte[] bytes) {
            this.body = Objects.requireNonNull(bytes, "bytes");
            return this;
        }

        /**
         * Who sent it, for logs and listeners. Nothing is decided by it.
         *
         * @param address the peer's address, or null if unknown
         * @return this
         */
        public Builder remoteAddress(@Nullable String address) {
            this.remoteAddress = address;
            return this;
        }

        /**
         * When the request came. Deadlines count from it.
         *
         * @param time the time, or null for the time at which the receiver gets it
         * @return this
         */
        public Builder receivedAt(@Nullable Instant time) {
            this.receivedAt = time;
            return this;
        }

        /**
         * Makes the request.
         *
         * @return the request
         */
        public CallbackRequest build() {
            return new CallbackRequest(this);
        }
    }
}
