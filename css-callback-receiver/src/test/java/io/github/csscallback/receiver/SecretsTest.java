package io.github.csscallback.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.signature.CallbackKeys;
import io.github.csscallback.core.signature.CallbackSigner;
import io.github.csscallback.core.signature.InvalidSignatureException;
import io.github.csscallback.core.signature.SignatureVerifier;
import io.github.csscallback.core.signature.VerificationResult;
import io.github.csscallback.receiver.Outcome.Kind;
import io.github.csscallback.receiver.delivery.FailingStore;
import io.github.csscallback.receiver.delivery.ManualExecutor;
import io.github.csscallback.receiver.idempotency.InMemoryIdempotencyStore;
import io.github.csscallback.receiver.server.CallbackServer;
import io.github.csscallback.testsupport.CapturedLog;
import io.github.csscallback.testsupport.RawHttpConnection;
import io.github.csscallback.testsupport.SettableClock;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * No key, no signature and no credential of a packet is ever in a log line of any level, in an exception, or in what a
 * public object prints, whichever way a request goes.
 */
@Timeout(60)
class SecretsTest {

    private static final CallbackKey KEY = CallbackKey.of("theCallbackKey0123456789", "shop");
    private static final CallbackKey STRANGERS = CallbackKey.of("theStrangersKey0123456789", "stranger");

    private static final TestPacket RECORD = TestPacket.ofType(100)
            .with("appid", 1250000000)
            .with("app", "push.example.com")
            .with("stream_id", "stream-1")
            .with("file_id", "f-1")
            .with("video_url", "https://example.com/1.mp4")
            .with("file_size", "not a number: credentialInAProblem")
            .with("stream_param", "txSecret=credentialInStreamParam&txTime=68A0")
            .with("a_new_member", "credentialInANewMember");

    private static final TestPacket RELAY = TestPacket.ofType(314)
            .with("task_id", "t-1")
            .with("event_time", "1767225600")
            .with("callback_event", "TaskStart")
            .with("source_urls", "[\\\"rtmp://a.example.com/live/1?txSecret=credentialInSourceUrls\\\"]")
            .with("to_url", "rtmp://b.example.com/live/1?txSecret=credentialInToUrl")
            .with("callback_url", "https://hooks.example.com/credentialInCallbackUrl")
            .with("msg", "{\\\"url\\\":\\\"rtmp://c.example.com/1?txSecret=credentialInMessage\\\"}");

    private static final List<String> SECRETS = List.of(
            "theCallbackKey",
            "theStrangersKey",
            "credentialIn",
            CallbackSigner.sign(KEY, TestPacket.SENT_AT.plusSeconds(600)).substring(0, 16),
            CallbackSigner.sign(STRANGERS, TestPacket.SENT_AT.plusSeconds(600)).substring(0, 16),
            CallbackSigner.sign(KEY, TestPacket.SENT_AT.minusSeconds(3000)).substring(0, 16));

    private final CapturedLog log = CapturedLog.of("io.github.csscallback");
    private final CapturedJdkLog jdkLog = new CapturedJdkLog();
    private final Queue<String> said = new ConcurrentLinkedQueue<>();
    private final Set<Kind> outcomes = EnumSet.noneOf(Kind.class);

    private final SettableClock clock = SettableClock.at(TestPacket.SENT_AT);
    private final FailingStore idempotencyStore = new FailingStore(clock);
    private final ManualExecutor executor = new ManualExecutor();
    private Optional<RuntimeException> handlerThrows = Optional.empty();
    private Optional<RuntimeException> executorThrows = Optional.empty();
    private Optional<RuntimeException> keysThrow = Optional.empty();
    private boolean immediately = true;

    private final CallbackReceiver.Builder builder = CallbackReceiver.builder()
            .keys(target -> {
                keysThrow.ifPresent(e -> {
                    throw e;
                });
                return List.of(KEY);
            })
            .clock(clock)
            .idempotencyStore(idempotencyStore)
            .listener(new Gossip())
            .maxBodyBytes(8192)
            .onUnsigned(EventType.of(314), this::handle)
            .onUnsigned(EventType.of(328), this::handle)
            .executor(task -> {
                executorThrows.ifPresent(e -> {
                    throw e;
                });
                if (immediately) {
                    task.run();
                } else {
                    executor.execute(task);
                }
            })
            .otherwise(this::handle);
    private final CallbackReceiver receiver = builder.build();

    private void handle(Delivery<?> delivery) {
        say(
                delivery,
                delivery.event(),
                delivery.event().fields(),
                delivery.event().liveStream());
        say(
                delivery.event().type(),
                delivery.verificationResult(),
                delivery.problems(),
                delivery.keyLabel(),
                delivery.idempotencyKey());
        handlerThrows.ifPresent(e -> {
            throw e;
        });
    }

    private void handle(UnsignedDelivery<?> delivery) {
        say(delivery, delivery.event(), delivery.event().fields(), delivery.problems(), delivery.idempotencyKey());
        handlerThrows.ifPresent(e -> {
            throw e;
        });
    }

    /** Tells everything on, and then throws. */
    private final class Gossip implements CallbackListener {

        private void note(@Nullable Object... what) {
            say(what);
            throw new IllegalStateException("the listener");
        }

        @Override
        public void handled(DeliverySummary delivery, Timings timings) {
            note(delivery, timings);
        }

        @Override
        public void rejected(Rejection rejection) {
            note(
                    rejection,
                    rejection.outcome(),
                    rejection.outcome().verificationResult(),
                    rejection.outcome().failure());
        }

        @Override
        public void duplicate(DeliverySummary delivery) {
            note(delivery);
        }

        @Override
        public void failed(DeliverySummary delivery, Outcome outcome) {
            note(delivery, outcome, outcome.failure());
        }

        @Override
        public void storeFailed(DeliverySummary delivery, Throwable failure) {
            note(delivery, failure);
        }
    }

    @AfterEach
    void stopCapturing() {
        log.close();
        jdkLog.close();
    }

    @Test
    void nothingSecretIsSaidWhicheverWayARequestGoes() {
        handledRepeatedAndFailed();
        rejected();
        unreadable();
        lateAndOverloaded();
        storesAndLookupsFail();
        outcomes.add(receiver.reject(Kind.WRONG_PATH, "sent to another path", 0, "203.0.113.7")
                .outcome()
                .kind());

        assertThat(outcomes).containsExactlyInAnyOrder(Kind.values());
        assertThat(log.events()).hasSizeGreaterThan(100);
        assertNothingSecretWasSaid();
    }

    @Test
    void nothingSecretIsSaidByTheServerEither() throws Exception {
        try (CallbackServer server = CallbackServer.builder(receiver).start();
                CallbackServer impatient = CallbackServer.builder(receiver)
                        .exchangeTimeout(Duration.ofMillis(50))
                        .start()) {
            say(server);
            HttpPost css = new HttpPost(server.uri());
            for (TestPacket packet : List.of(RECORD, RELAY)) {
                css.send(signed(packet));
                css.send(signed(packet));
                css.send(packet);
                css.send(packet.signed(STRANGERS, TestPacket.SENT_AT));
                css.send(Arrays.copyOf(signed(packet).bytes(), 150));
                css.send(signed(packet).with("padding", "x".repeat(9000)));
                new HttpPost(server.uri().resolve("/wrong")).send(signed(packet));
                handlerThrows = Optional.of(new IllegalStateException("the handler"));
                css.send(signed(packet.with("appid", 7)));
                handlerThrows = Optional.empty();
            }
            try (RawHttpConnection slow = RawHttpConnection.to(impatient.uri())) {
                slow.send("POST /css HTTP/1.1\r\nHost: x\r\nContent-Length: 9000\r\n\r\n")
                        .send(new String(signed(RECORD).bytes(), StandardCharsets.UTF_8));
                assertThat(slow.isClosedByServer()).isTrue();
            }
            try (RawHttpConnection pipelined = RawHttpConnection.to(server.uri())) {
                pipelined.post("/css", signed(RELAY).bytes()).send("garbage\r\n\r\n");
                assertThat(pipelined.isClosedByServer()).isTrue();
            }
        }

        assertThat(log.events()).hasSizeGreaterThan(10);
        assertThat(jdkLog.records()).hasSizeGreaterThan(10);
        assertThat(jdkLog.records())
                .as("what strangers can cause is not worth a warning")
                .noneMatch(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue());
        // The JDK repeats request lines at its finest levels, whatever they hold; a body is never in them.
        assertNothingSecretWasSaid();
    }

    @Test
    void nothingThatHoldsAKeyPrintsIt() {
        say(KEY, CallbackKeys.of(KEY, STRANGERS), builder, receiver, List.of(KEY));
        say(
                SignatureVerifier.of(CallbackKeys.of(KEY)),
                SignatureVerifier.builder().keys(CallbackKeys.of(KEY)));
        say(signedRequest(RECORD), CallbackRequest.builder().body(signed(RECORD).bytes()));
        say(idempotencyStore, InMemoryIdempotencyStore.builder().build());

        assertNothingSecretWasSaid();
    }

    private void handledRepeatedAndFailed() {
        for (TestPacket packet : List.of(RECORD, RELAY)) {
            handlerThrows = Optional.of(new IllegalStateException("the handler"));
            receive(signedRequest(packet));
            handlerThrows = Optional.of(new TryAgainLaterException("the database is down"));
            receive(signedRequest(packet));
            handlerThrows = Optional.empty();
            receive(signedRequest(packet));
            receive(signedRequest(packet));
            receive(packet.request());
            receive(packet.request());
            say(CallbackDecoder.withoutVerification(signed(packet).bytes()));
        }
    }

    private void rejected() {
        for (TestPacket packet : List.of(RECORD, RELAY)) {
            receive(packet.signed(STRANGERS, TestPacket.SENT_AT).request());
            receive(packet.signedFor(KEY, TestPacket.SENT_AT.minusSeconds(3000)).request());
            receive(packet.signedFor(KEY, TestPacket.SENT_AT.plusSeconds(3000)).request());
            receive(signed(packet).without("t").request());
            receive(signed(packet).without("sign").request());
            receive(signed(packet).with("sign", "credentialInsteadOfASign").request());
            receive(signed(packet).with("t", "credentialInsteadOfATime").request());
            receive(packet.request());
            receive(request(packet).method("PUT").build());
            receive(request(packet)
                    .headers(Map.of("Content-Encoding", "credentialInAHeader")::get)
                    .build());
            receive(signedRequest(packet.with("padding", "x".repeat(9000))));
        }
    }

    private void unreadable() {
        for (TestPacket packet : List.of(RECORD, RELAY)) {
            byte[] bytes = signed(packet).bytes();
            for (int length = 0; length < bytes.length; length++) {
                byte[] shortened = Arrays.copyOf(bytes, length);
                receive(CallbackRequest.post("/css", shortened.clone()));
                decode(shortened);
                byte[] spoiled = bytes.clone();
                spoiled[length] = (byte) 0xFF;
                decode(spoiled);
                spoiled[length] = '"';
                decode(spoiled);
            }
            String text = new String(bytes, StandardCharsets.UTF_8);
            decode(text.replace("{", "{\"credentialInAName\":1,\"credentialInAName\":2,")
                    .getBytes(StandardCharsets.UTF_8));
            decode((text + " credentialInATail").getBytes(StandardCharsets.UTF_8));
            decode(packet.with("event_type", "credentialInAType").bytes());
            receive(signedRequest(
                    packet.with("appId", "credentialInOneSpelling").with("appid", "credentialInAnother")));
        }
    }

    private void lateAndOverloaded() {
        immediately = false;
        receive(request(RECORD.with("file_id", "late"))
                .receivedAt(TestPacket.SENT_AT.minusSeconds(15))
                .build());
        receive(signedRequest(RECORD.with("file_id", "late")));
        handlerThrows = Optional.of(new IllegalStateException("late, too"));
        executor.runNext();
        handlerThrows = Optional.empty();
        immediately = true;
        executorThrows = Optional.of(new RejectedExecutionException("full"));
        receive(signedRequest(RECORD.with("file_id", "overloaded")));
        executorThrows = Optional.of(new IllegalStateException("broken"));
        receive(signedRequest(RECORD.with("file_id", "overloaded")));
        executorThrows = Optional.empty();
    }

    private void storesAndLookupsFail() {
        Optional<Throwable> failure = Optional.of(new IllegalStateException("the store"));
        idempotencyStore.onClaim = failure;
        receive(signedRequest(RECORD.with("file_id", "not claimed")));
        idempotencyStore.onClaim = Optional.empty();
        idempotencyStore.onMarkHandled = failure;
        receive(signedRequest(RECORD.with("file_id", "not remembered")));
        idempotencyStore.onRelease = failure;
        handlerThrows = Optional.of(new IllegalStateException("the handler"));
        receive(signedRequest(RECORD.with("file_id", "not released")));
        keysThrow = Optional.of(new IllegalStateException("the vault"));
        receive(signedRequest(RECORD));
    }

    private void receive(CallbackRequest request) {
        CallbackResponse response = receiver.receive(request);
        outcomes.add(response.outcome().kind());
        say(response, response.outcome(), response.outcome().failure(), response.headers(), request);
        said.add(new String(response.body(), StandardCharsets.UTF_8));
        VerificationResult result = response.outcome().verificationResult();
        if (result != null && !result.isValid()) {
            try {
                result.orThrow();
            } catch (InvalidSignatureException e) {
                say(e, e.verificationResult());
            }
        }
    }

    private void decode(byte[] packet) {
        try {
            say(CallbackDecoder.withoutVerification(packet));
        } catch (RuntimeException e) {
            say(e);
        }
    }

    private void say(@Nullable Object... what) {
        for (Object one : what) {
            said.add(String.valueOf(one));
            if (one instanceof Throwable thrown) {
                StringWriter trace = new StringWriter();
                thrown.printStackTrace(new PrintWriter(trace));
                said.add(trace.toString());
            }
        }
    }

    private void assertNothingSecretWasSaid() {
        for (ILoggingEvent event : log.events()) {
            said.add(event.getFormattedMessage());
            if (event.getThrowableProxy() != null) {
                said.add(ThrowableProxyUtil.asString(event.getThrowableProxy()));
            }
        }
        for (LogRecord entry : jdkLog.records()) {
            say(entry.getMessage(), entry.getThrown());
            say(entry.getParameters() == null ? new Object[0] : entry.getParameters());
        }
        assertThat(said).isNotEmpty();
        for (String secret : SECRETS) {
            assertThat(said).noneMatch(text -> text.contains(secret));
        }
    }

    private static TestPacket signed(TestPacket packet) {
        return packet.signed(KEY, TestPacket.SENT_AT);
    }

    private static CallbackRequest signedRequest(TestPacket packet) {
        return request(packet).build();
    }

    private static CallbackRequest.Builder request(TestPacket packet) {
        return CallbackRequest.builder().target("/css").body(signed(packet).bytes());
    }
}
