package io.github.csscallback.testkit.internal.api;

import io.github.csscallback.client.CssCallbackClient;
import io.github.csscallback.client.Endpoint;
import io.github.csscallback.client.credentials.Credentials;
import io.github.csscallback.client.credentials.CredentialsProvider;
import io.github.csscallback.client.retry.RetryPolicy;
import io.github.csscallback.core.template.Site;
import io.github.csscallback.testkit.internal.account.Account;
import io.github.csscallback.testkit.internal.api.record.DeliveryRecord;
import io.github.csscallback.testsupport.SettableClock;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** An API that runs, with everything around it that a test moves. */
final class RunningApi implements AutoCloseable {

    static final String SECRET_ID = "AKIDmadeUpForTests0000001";
    static final String SECRET_KEY = "madeUpSecretKeyForTests0000000001";
    /** Of requests; 23:59:30 in UTC, when it is another day in Beijing. */
    static final Instant NOW = Instant.parse("2026-11-23T23:59:30Z");
    /** Of events. */
    static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    final SettableClock clock = SettableClock.at(NOW);
    final SettableClock eventClock = SettableClock.at(START);
    final AtomicLong nanoTime = new AtomicLong();
    final List<DeliveryRecord> records = new CopyOnWriteArrayList<>();
    final Account account;
    private final Site site;
    private final ApiServer server;

    private RunningApi(Site site, @Nullable Clock other, @Nullable String token, RequestRates rates) {
        this.site = site;
        this.account = new Account(site, eventClock, () -> Duration.ofMinutes(10));
        this.server = ApiServer.start(
                new ApiSettings(
                        site, SECRET_ID, SECRET_KEY, token, 0, other == null ? clock : other, rates, nanoTime::get),
                account,
                stream -> records.stream()
                        .filter(record -> record.streamId().equals(stream))
                        .toList());
    }

    static RunningApi at(Site site) {
        return with(site, null, RequestRates.off());
    }

    static RunningApi with(Site site, @Nullable String token, RequestRates rates) {
        return new RunningApi(site, null, token, rates);
    }

    /** For the official client, whose clock cannot be set. */
    static RunningApi onSystemClock(Site site) {
        return new RunningApi(site, Clock.systemUTC(), null, RequestRates.off());
    }

    URI endpoint() {
        return server.endpoint();
    }

    SignedRequest request(String action, String json) {
        return new SignedRequest(endpoint(), action, json);
    }

    Response send(SignedRequest request) {
        return Response.to(endpoint(), request.bytes()).orElseThrow(() -> new AssertionError("the connection was cut"));
    }

    Response call(String action, String json) {
        return send(request(action, json).sign());
    }

    CssCallbackClient.Builder clientBuilder() {
        return CssCallbackClient.builder()
                .credentials(CredentialsProvider.of(Credentials.of(SECRET_ID, SECRET_KEY)))
                .site(site)
                .endpoint(Endpoint.of(endpoint()))
                .clock(clock)
                .sleeper(duration -> {})
                .retryPolicy(RetryPolicy.none());
    }

    @Override
    public void close() {
        server.close();
    }
}
