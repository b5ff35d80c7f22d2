package io.github.csscallback.client.credentials;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.csscallback.client.internal.http.HttpSender;
import io.github.csscallback.client.internal.http.RawResponse;
import io.github.csscallback.client.internal.json.Json;
import io.github.csscallback.client.internal.json.ResponseMembers;
import io.github.csscallback.client.internal.json.UnreadableJsonException;
import io.github.csscallback.core.field.SecretText;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The temporary credentials of the role that is bound to a CVM instance, from the instance's metadata service. They are
 * kept, fetched anew 5 minutes before they end, and while new ones cannot be had the old ones are used as long as they
 * hold. Safe for use by several threads: one fetches, the others go on with what there is.
 *
 * <p>The metadata service is reached over plain HTTP inside the instance's own network; who can response in its name there
 * can hand out credentials. Each request has a time-out, follows no redirect and uses no proxy.
 *
 * <p>Source: CVM manual, instance metadata.
 */
public final class CvmRoleCredentials implements CredentialsProvider, AutoCloseable {

    private static final String PLACE = "/latest/meta-data/cam/security-credentials/";
    private static final Duration REFRESH_BEFORE = Duration.ofMinutes(5);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(10);

    private final HttpSender sender;
    private final URI service;
    private final @Nullable String role;
    private final Clock clock;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile @Nullable Credentials held;
    private volatile Instant notBefore = Instant.MIN;

    private CvmRoleCredentials(Builder builder) {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(builder.timeout)
                .build();
        this.sender = new HttpSender(http, true, builder.timeout);
        this.service = builder.service;
        this.role = builder.role;
        this.clock = builder.clock;
    }

    /** Begins a provider with the usual address, whatever role is bound, and 2 seconds for each of its requests. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public Credentials get() {
        Credentials current = held;
        if (current != null && !endsWithin(current, REFRESH_BEFORE)) {
            return current;
        }
        boolean stillGood = current != null && !endsWithin(current, Duration.ZERO);
        if (stillGood && (clock.instant().isBefore(notBefore) || !fetching.tryLock())) {
            return Objects.requireNonNull(current);
        }
        if (!stillGood) {
            fetching.lock();
        }
        try {
            Credentials meanwhile = held;
            if (meanwhile != null && !endsWithin(meanwhile, REFRESH_BEFORE)) {
                return meanwhile;
            }
            Credentials fresh = fetch();
            held = fresh;
            return fresh;
        } catch (CredentialsException e) {
            notBefore = clock.instant().plus(PAUSE_AFTER_FAILURE);
            if (current != null && !endsWithin(current, Duration.ZERO)) {
                return current;
            }
            throw e;
        } finally {
            fetching.unlock();
        }
    }

    @Override
    public void invalidate(Credentials credentials) {
        Credentials current = held;
        if (current != null && current.equals(credentials)) {
            held = null;
        }
    }

    /** Ends its connections. */
    @Override
    public void close() {
        sender.close();
    }

    private boolean endsWithin(Credentials credentials, Duration time) {
        Instant end = credentials.expiresAt();
        return end != null && !clock.instant().plus(time).isBefore(end);
    }

    private Credentials fetch() {
        String name = role != null ? role : roleName();
        RawResponse response = ask(PLACE + name);
        try {
            ObjectNode fields = Json.read(response.body());
            String code = ResponseMembers.text(fields, "Code");
            if (response.status() != 200 || !"Success".equals(code)) {
                throw CredentialsException.unusable(
                        "CVM role " + name + ": the metadata service responded with status " + response.status()
                                + " and not Success",
                        null);
            }
            return new Credentials(
                    required(fields, "TmpSecretId"),
                    SecretText.of(required(fields, "TmpSecretKey")),
                    SecretText.of(required(fields, "Token")),
                    end(fields));
        } catch (UnreadableJsonException | IllegalArgumentException e) {
            throw CredentialsException.unusable(
                    "CVM role " + name + ": the metadata service gave no usable credentials: " + e.getMessage(), e);
        }
    }

    private static String required(ObjectNode fields, String name) {
        String text = ResponseMembers.text(fields, name);
        if (text == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return text;
    }

    private static Instant end(ObjectNode fields) {
        Long seconds = ResponseMembers.number(fields, "ExpiredTime");
        if (seconds != null) {
            return Instant.ofEpochSecond(seconds);
        }
        String expiration = ResponseMembers.text(fields, "Expiration");
        try {
            return Instant.parse(expiration == null ? "" : expiration);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("ExpiredTime and Expiration are missing");
        }
    }

    private String roleName() {
        RawResponse response = ask(PLACE);
        if (response.status() == 404) {
            throw CredentialsException.absent("CVM role: no role is bound to this instance");
        }
        String name = new String(response.body(), StandardCharsets.UTF_8).strip();
        if (response.status() != 200 || !isRoleName(name)) {
            throw CredentialsException.unusable(
                    "CVM role: the metadata service responded with status " + response.status() + " and no role name",
                    null);
        }
        return name;
    }

    private static boolean isRoleName(String name) {
        return !name.isEmpty()
                && name.length() <= 128
                && name.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || "+=,.@_-".indexOf(c) >= 0));
    }

    private RawResponse ask(String path) {
        try {
            return sender.send(HttpRequest.newBuilder(service.resolve(path)).build());
        } catch (IOException e) {
            throw CredentialsException.absent("CVM role: the metadata service at " + service.getHost()
                    + " gave no response (" + e.getClass().getSimpleName() + "); it is reachable inside CVM only");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CredentialsException.unusable("CVM role: interrupted while asking the metadata service", e);
        }
    }

    @Override
    public String toString() {
        return "CVM role";
    }

    /** Settings of the provider. Not for use by several threads. */
    public static final class Builder {

        private URI service = URI.create("http://metadata.tencentyun.com");
        private @Nullable String role;
        private Duration timeout = Duration.ofSeconds(2);
        private Clock clock = Clock.systemUTC();

        private Builder() {}

        /**
         * Names the role, which saves a request.
         *
         * @param name the role's name: letters, digits and {@code + = , . @ _ -}
         * @throws IllegalArgumentException if it has another form
         */
        public Builder role(String name) {
            if (!isRoleName(name)) {
                throw new IllegalArgumentException(
                        "a role's name holds up to 128 letters, digits and + = , . @ _ -; give the name, not the ARN");
            }
            role = name;
            return this;
        }

        /**
         * Asks another address, for tests.
         *
         * @param address scheme, host and port
         */
        public Builder service(URI address) {
            service = address;
            return this;
        }

        /**
         * Sets the time for each request, from connecting to the last byte.
         *
         * @param duration more than zero
         */
        public Builder timeout(Duration duration) {
            timeout = duration;
            return this;
        }

        /** Sets the clock by which credentials expire, for tests. */
        public Builder clock(Clock newClock) {
            clock = newClock;
            return this;
        }

        /** Makes the provider; nothing is asked yet. */
        public CvmRoleCredentials build() {
            return new CvmRoleCredentials(this);
        }
    }
}
