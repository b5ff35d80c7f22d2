package io.github.csscallback.receiver;

import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request, independent of the web server. An adapter is a few lines:
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
 * <p>Pass the bytes as received: never a string that was decoded and encoded again, nor a parsed tree. Read no more than that
 * one byte beyond the limit: a stranger may send without end.
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

    /** Returns a builder: a POST to {@code /} with an empty body. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Creates a POST without headers, for tests and for servers that have checked the headers themselves.
     *
     * @param target path and query, as in the request line
     * @param body the bytes, not to be changed afterwards
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

    /** Returns whether the headers announced a body. */
    boolean announcesBody() {
        return contentLength != null
                && !contentLength.isBlank()
                && !contentLength.strip().equals("0");
    }

    /** Builds a {@link CallbackRequest}. Not safe for use by several threads. */
    public static final class Builder {

        private String method = "POST";
        private String target = "/";
        private byte[] body = NO_BODY;
        private @Nullable String contentLength;
        private @Nullable String contentEncoding;
        private @Nullable String remoteAddress;
        private @Nullable Instant receivedAt;

        private Builder() {}

        /** Sets the method, in capitals. */
        public Builder method(String method) {
            this.method = Objects.requireNonNull(method, "method");
            return this;
        }

        /** Sets path and query, as in the request line. They may choose the callback keys and are part of the idempotency key. */
        public Builder target(String target) {
            this.target = Objects.requireNonNull(target, "target");
            return this;
        }

        /**
         * Sets the headers. Only Content-Encoding and Content-Length are read, before this method returns.
         *
         * @param headers returns the value of a header by its name, or null if it is absent
         */
        public Builder headers(Function<String, @Nullable String> headers) {
            this.contentEncoding = headers.apply("Content-Encoding");
            this.contentLength = headers.apply("Content-Length");
            return this;
        }

        /** Sets the body as received; it is not copied and must not be changed afterwards. */
        public Builder body(byte[] body) {
            this.body = Objects.requireNonNull(body, "body");
            return this;
        }

        /** Sets the peer's address, or null if unknown. It appears in logs and decides nothing. */
        public Builder remoteAddress(@Nullable String remoteAddress) {
            this.remoteAddress = remoteAddress;
            return this;
        }

        /** Sets the time of arrival, from which deadlines count; null for the time at which the receiver gets the request. */
        public Builder receivedAt(@Nullable Instant receivedAt) {
            this.receivedAt = receivedAt;
            return this;
        }

        /** Builds the request. */
        public CallbackRequest build() {
            return new CallbackRequest(this);
        }
    }
}
