package io.github.csscallback.testkit.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.signature.CallbackKeys;
import io.github.csscallback.core.signature.CallbackSigner;
import io.github.csscallback.receiver.CallbackReceiver;
import io.github.csscallback.receiver.CallbackRequest;
import io.github.csscallback.testkit.fixture.RawReceiver;
import io.github.csscallback.testkit.fixture.TestAccount;
import io.github.csscallback.testkit.simulator.CssSimulator;
import io.github.csscallback.testkit.simulator.DeliveryAttempt;
import io.github.csscallback.testkit.simulator.DeliveryState;
import io.github.csscallback.testkit.simulator.SimulatedEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each fault alone: what is on the wire, what the history records, and that nothing else changes. */
@Timeout(30)
class FaultEffectsTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final ObjectMapper json = new ObjectMapper();
    private final RawReceiver receiver = RawReceiver.responding(RawReceiver.OK);
    private final CssSimulator css = CssSimulator.builder()
            .simulatedTime(TestAccount.NOON)
            .clockShared()
            .seed(7)
            .start();

    FaultEffectsTest() {
        TestAccount.bindAll(css, receiver.uri());
    }

    @AfterEach
    void stop() {
        css.close();
        receiver.close();
    }

    private SimulatedEvent send(Fault... faults) {
        css.nextFaults(faults);
        return css.send(EventType.RECORD, TestAccount.DOMAIN, TestAccount.APP, "room-1");
    }

    private JsonNode body(int request) throws IOException {
        return json.readTree(receiver.requests().get(request).body());
    }

    private static boolean isSignedWith(CallbackKey key, JsonNode packet) {
        Instant t = Instant.ofEpochSecond(packet.get("t").longValue());
        return packet.get("sign").textValue().equals(CallbackSigner.sign(key, t));
    }

    @Test
    void withoutAFaultAPacketIsPostedOnceWithTheDocumentedHeaders() throws IOException {
        SimulatedEvent delivery = send();

        assertThat(delivery.state()).isEqualTo(DeliveryState.ACKNOWLEDGED);
        assertThat(receiver.requests()).singleElement().satisfies(request -> {
            assertThat(request.line()).isEqualTo("POST /css HTTP/1.1");
            assertThat(request.headers())
                    .containsOnlyKeys("host", "content-type", "content-length", "connection")
                    .containsEntry("host", "127.0.0.1:" + receiver.uri().getPort())
                    .containsEntry("content-type", "application/json")
                    .containsEntry("content-length", Integer.toString(request.body().length));
            assertThat(request.whole()).isTrue();
        });
        assertThat(body(0).get("t").longValue())
                .isEqualTo(TestAccount.NOON.plusSeconds(600).getEpochSecond());
        assertThat(isSignedWith(TestAccount.KEY, body(0))).isTrue();
        DeliveryAttempt attempt = delivery.attempts().get(0);
        assertThat(attempt.number()).isEqualTo(1);
        assertThat(attempt.sentAt()).isEqualTo(TestAccount.NOON);
        assertThat(attempt.address()).isEqualTo(receiver.uri());
        assertThat(attempt.requestBody()).isEqualTo(receiver.requests().get(0).body());
        assertThat(attempt.requestHeaders())
                .containsEntry("Content-Type", "application/json")
                .hasSize(4);
        assertThat(attempt.status()).isEqualTo(200);
        assertThat(attempt.responseBody()).isEqualTo("{\"code\":0}");
        assertThat(attempt.failure()).isNull();
        assertThat(attempt.acknowledged()).isTrue();
        assertThat(attempt.genuine()).isTrue();
        assertThat(attempt.appliedFaults()).isEmpty();
        assertThat(attempt.isDuplicate()).isFalse();
        assertThat(attempt.duration()).isPositive();
        assertThat(css.attempts()).containsExactly(attempt);
    }

    @Test
    void aDuplicateHasTheSameBytesAndItsResponseIsIgnored() {
        receiver.now((request, connection) -> {
            String status = receiver.requests().size() == 1 ? "500 Oops" : "200 OK";
            RawReceiver.writing("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n")
                    .respond(request, connection);
        });
        SimulatedEvent delivery = send(Fault.duplicate());

        assertThat(receiver.requests()).hasSize(2);
        assertThat(receiver.requests().get(1).body())
                .isEqualTo(receiver.requests().get(0).body());
        assertThat(delivery.attempts()).extracting(DeliveryAttempt::isDuplicate).containsExactly(false, true);
        assertThat(delivery.attempts()).extracting(DeliveryAttempt::number).containsExactly(1, 1);
        assertThat(delivery.attempts()).allSatisfy(attempt -> {
            assertThat(attempt.sentAt()).isEqualTo(TestAccount.NOON);
            assertThat(attempt.appliedFaults()).containsExactly(Fault.duplicate());
        });
        assertThat(delivery.attempts().get(1).acknowledged()).isTrue();
        assertThat(delivery.state())
                .as("the response to the copy does not stop the retries")
                .isEqualTo(DeliveryState.PENDING);
        css.advance(MINUTE);
        assertThat(delivery.state()).isEqualTo(DeliveryState.ACKNOWLEDGED);
        assertThat(delivery.attempts()).extracting(DeliveryAttempt::number).containsExactly(1, 1, 2);
    }

    @Test
    void aReorderedEventIsSentRightAfterTheNextOne() {
        SimulatedEvent first = send(Fault.reordered());
        assertThat(first.attempts()).isEmpty();
        assertThat(first.nextAttemptAt()).isEqualTo(TestAccount.NOON.plus(MINUTE));
        css.advance(Duration.ofSeconds(20));
        SimulatedEvent second = send();

        assertThat(css.attempts()).extracting(DeliveryAttempt::event).containsExactly(second, first);
        assertThat(first.attempts().get(0).sentAt()).isEqualTo(TestAccount.NOON.plusSeconds(20));
        assertThat(first.attempts().get(0).appliedFaults()).containsExactly(Fault.reordered());
        assertThat(first.state()).isEqualTo(DeliveryState.ACKNOWLEDGED);
    }

    @Test
    void aReorderedEventIsSentAfterAMinuteIfNoneFollows() {
        SimulatedEvent first = send(Fault.reordered());

        css.advance(MINUTE.minusNanos(1));
        assertThat(first.attempts()).isEmpty();
        css.advance(Duration.ofNanos(1));
        assertThat(first.attempts())
                .singleElement()
                .satisfies(attempt -> assertThat(attempt.sentAt()).isEqualTo(TestAccount.NOON.plus(MINUTE)));
        SimulatedEvent second = send();
        assertThat(css.attempts()).extracting(DeliveryAttempt::event).containsExactly(first, second);
    }

    @Test
    void aReorderedEventDoesNotFollowRetriesOfOlderEvents() {
        SimulatedEvent older = send(Fault.heldBack(Duration.ofMinutes(1)));
        css.advance(Duration.ofSeconds(30));
        SimulatedEvent reordered = send(Fault.reordered());
        css.advance(Duration.ofSeconds(30));
        SimulatedEvent next = send();

        assertThat(css.attempts()).extracting(DeliveryAttempt::event).containsExactly(older, next, reordered);
    }

    @Test
    void severalReorderedEventsAreSentInReverseOrder() {
        SimulatedEvent first = send(Fault.reordered());
        SimulatedEvent second = send(Fault.reordered());
        SimulatedEvent third = send();

        assertThat(css.attempts()).extracting(DeliveryAttempt::event).containsExactly(third, second, first);
    }

    @Test
    void aReorderedEventDoesNotWaitForOneThatIsNotSent() {
        SimulatedEvent first = send(Fault.reordered());
        assertThat(css.send(EventType.RECORD, "unbound.example.org", "x", "room-1")
                        .state())
                .isEqualTo(DeliveryState.NOT_SENT);
        assertThat(first.attempts()).isEmpty();
        SimulatedEvent second = send();

        assertThat(css.attempts()).extracting(DeliveryAttempt::event).containsExactly(second, first);
    }

    @Test
    void anEventHeldBackArrivesExpired() throws IOException {
        receiver.now(RawReceiver.writing("HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n"));
        SimulatedEvent delivery = send(Fault.heldBack(Duration.ofMinutes(25)));
        assertThat(delivery.attempts()).isEmpty();
        css.advance(Duration.ofMinutes(26));

        assertThat(delivery.attempts())
                .extracting(DeliveryAttempt::sentAt)
                .containsExactly(
                        TestAccount.NOON.plus(Duration.ofMinutes(25)), TestAccount.NOON.plus(Duration.ofMinutes(26)));
        assertThat(body(0).get("t").longValue())
                .isEqualTo(TestAccount.NOON.plusSeconds(600).getEpochSecond());
        assertThat(body(1).get("t").longValue())
                .as("the retry is on time again")
                .isEqualTo(TestAccount.NOON.plusSeconds(26 * 60 + 600).getEpochSecond());
        assertThat(isSignedWith(TestAccount.KEY, body(0))).isTrue();
        assertThat(delivery.attempts().get(0).genuine()).isTrue();
        assertThat(delivery.attempts().get(0).appliedFaults()).hasSize(1);
        assertThat(delivery.attempts().get(1).appliedFaults()).isEmpty();
    }

    @Test
    void anEventHeldBackAndReorderedFollowsTheNextOneSentAfterTheDelay() throws IOException {
        SimulatedEvent first = send(Fault.heldBack(Duration.ofMinutes(5)), Fault.reordered());
        SimulatedEvent second = send();
        assertThat(css.attempts()).extracting(DeliveryAttempt::event).containsExactly(second);
        assertThat(first.nextAttemptAt()).isEqualTo(TestAccount.NOON.plus(Duration.ofMinutes(5)));
        css.advance(Duration.ofMinutes(5));

        assertThat(first.attempts())
                .singleElement()
                .satisfies(attempt ->
                        assertThat(attempt.sentAt()).isEqualTo(TestAccount.NOON.plus(Duration.ofMinutes(5))));
        assertThat(body(1).get("t").longValue())
                .isEqualTo(TestAccount.NOON.plusSeconds(600).getEpochSecond());
    }

    @Test
    void withoutASharedClockAHeldBackEventIsExpiredByTheSystemClockToo() throws IOException {
        try (CssSimulator other =
                CssSimulator.builder().simulatedTime(TestAccount.NOON).start()) {
            other.bind(TestAccount.DOMAIN, TestAccount.APP, TestAccount.template(receiver.uri()));
            other.nextFaults(Fault.heldBack(Duration.ofMinutes(25)));
            Instant before = Instant.now();
            other.send(EventType.RECORD, TestAccount.DOMAIN, TestAccount.APP, "room-1");
            other.advance(Duration.ofMinutes(25));

            Instant t = Instant.ofEpochSecond(body(0).get("t").longValue());
            Instant expected = before.minus(Duration.ofMinutes(15));
            assertThat(t).isBetween(expected.minusSeconds(1), expected.plusSeconds(30));
        }
    }

    @Test
    void aSignatureIsKeptOrRenewedOnRetriesAsRequested() throws IOException {
        receiver.now(RawReceiver.writing("HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n"));
        SimulatedEvent kept = send(Fault.signatureKept());
        css.advance(MINUTE);
        assertThat(receiver.requests().get(1).body())
                .isEqualTo(receiver.requests().get(0).body());
        assertThat(kept.attempts().get(0).appliedFaults()).isEmpty();
        assertThat(kept.attempts().get(1).appliedFaults()).containsExactly(Fault.signatureKept());

        css.reset();
        TestAccount.bindAll(css, receiver.uri());
        SimulatedEvent renewed = send(Fault.signatureRenewed());
        css.advance(MINUTE);
        assertThat(body(3).get("t").longValue() - body(2).get("t").longValue()).isEqualTo(60);
        assertThat(renewed.attempts().get(1).appliedFaults()).containsExactly(Fault.signatureRenewed());
    }

    @Test
    void aWrongKeyAffectsOneAttemptAndTheRetryIsGenuine() throws IOException {
        receiver.now(RawReceiver.writing("HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n"));
        SimulatedEvent delivery = send(Fault.wrongKey());
        css.advance(MINUTE);

        assertThat(body(0).get("sign").textValue()).matches("[0-9a-f]{32}");
        assertThat(isSignedWith(TestAccount.KEY, body(0))).isFalse();
        assertThat(isSignedWith(TestAccount.KEY, body(1))).isTrue();
        assertThat(delivery.attempts()).extracting(DeliveryAttempt::genuine).containsExactly(false, true);
        assertThat(delivery.attempts().get(0).appliedFaults()).containsExactly(Fault.wrongKey());
        assertThat(delivery.attempts().get(1).appliedFaults()).isEmpty();
    }

    @Test
    void aTypeThatIsNeverSignedHasAForgedSignatureWithTheWrongKey() throws IOException {
        css.nextFaults(Fault.wrongKey());
        css.send(EventType.RELAY, TestAccount.DOMAIN, TestAccount.APP, "room-1");
        css.send(EventType.RELAY, TestAccount.DOMAIN, TestAccount.APP, "room-1");

        assertThat(body(0).has("sign")).isTrue();
        assertThat(body(1).has("sign")).isFalse();
        assertThat(css.attempts()).extracting(DeliveryAttempt::genuine).containsExactly(false, true);
    }

    @Test
    void anOldKeyHasNoEffectWithoutAPreviousKey() throws IOException {
        SimulatedEvent delivery = send(Fault.oldKey());

        assertThat(isSignedWith(TestAccount.KEY, body(0))).isTrue();
        assertThat(delivery.attempts().get(0).appliedFaults()).isEmpty();
        assertThat(delivery.attempts().get(0).genuine()).isTrue();
    }

    @Test
    void aMangledBodyDiffersInOneByteAndIsRejected() {
        CallbackReceiver ours = CallbackReceiver.builder()
                .keys(CallbackKeys.of(TestAccount.KEY))
                .clock(css.clock())
                .onUnsigned(EventType.RELAY, delivery -> {})
                .otherwise(delivery -> {})
                .build();
        Set<String> kinds = new HashSet<>();
        for (int i = 0; i < 60; i++) {
            css.nextFaults(Fault.mangledBody());
            EventType type = i % 4 == 0 ? EventType.RELAY : EventType.STREAM_MIX;
            SimulatedEvent delivery = css.send(type, TestAccount.DOMAIN, TestAccount.APP, "room-1");
            DeliveryAttempt attempt = delivery.attempts().get(0);

            byte[] sent = receiver.requests().get(i).body();
            assertThat(attempt.requestBody()).isEqualTo(sent);
            assertThat(attempt.genuine()).isFalse();
            int status = ours.receive(CallbackRequest.builder()
                            .method("POST")
                            .target("/css")
                            .receivedAt(css.clock().instant())
                            .body(sent)
                            .build())
                    .status();
            assertThat(status).as("seed 7, event %s", i).isIn(400, 403);
            byte[] whole = type.equals(EventType.RELAY)
                    ? delivery.packet().bytes()
                    : delivery.packet()
                            .signedWith(TestAccount.KEY, css.clock().instant().plusSeconds(600))
                            .bytes();
            assertThat(differences(whole, sent)).hasSize(1);
            kinds.add(kindOf(sent, differences(whole, sent).get(0)));
        }
        assertThat(kinds).containsExactlyInAnyOrder("no JSON", "t", "sign");
    }

    private String kindOf(byte[] sent, int at) {
        try {
            json.readTree(sent);
        } catch (JsonProcessingException e) {
            return "no JSON";
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        String before = new String(sent, 0, at, StandardCharsets.UTF_8);
        return before.lastIndexOf("\"sign\":") > before.lastIndexOf("\"t\":") ? "sign" : "t";
    }

    private static List<Integer> differences(byte[] one, byte[] other) {
        assertThat(one).hasSameSizeAs(other);
        return IntStream.range(0, one.length)
                .filter(i -> one[i] != other[i])
                .boxed()
                .toList();
    }

    @Test
    void aConnectionCutInTheRequestDeliversHalfOfTheBody() {
        SimulatedEvent delivery = send(Fault.cutInRequest());

        assertThat(receiver.requests()).singleElement().satisfies(request -> {
            int length = Integer.parseInt(request.headers().get("content-length"));
            assertThat(request.whole()).isFalse();
            assertThat(request.body()).hasSize(length / 2);
            assertThat(delivery.attempts().get(0).requestBody()).isEqualTo(request.body());
        });
        assertThat(delivery.attempts().get(0).failure()).contains("cut within the request");
        assertThat(delivery.attempts().get(0).status()).isNull();
        assertThat(delivery.attempts().get(0).genuine()).isFalse();
        css.advance(MINUTE);
        assertThat(delivery.state()).isEqualTo(DeliveryState.ACKNOWLEDGED);
    }

    @Test
    void aConnectionCutBeforeTheResponseDeliversTheRequestAndFails() {
        SimulatedEvent delivery = send(Fault.cutBeforeResponse());

        assertThat(receiver.requests())
                .singleElement()
                .satisfies(request -> assertThat(request.whole()).isTrue());
        assertThat(delivery.attempts().get(0).failure()).contains("cut before the response");
        assertThat(delivery.attempts().get(0).status()).isNull();
        assertThat(delivery.attempts().get(0).genuine()).isTrue();
        assertThat(delivery.state()).isEqualTo(DeliveryState.PENDING);
        css.advance(MINUTE);
        assertThat(delivery.state()).isEqualTo(DeliveryState.ACKNOWLEDGED);
    }

    @Test
    void theReceiverSeesTheCutBeforeTheResponseAsEndOfStream() {
        AtomicInteger afterRequest = new AtomicInteger(99);
        receiver.now((request, connection) -> {
            afterRequest.set(connection.getInputStream().read());
            RawReceiver.writing(RawReceiver.OK).respond(request, connection);
        });
        send(Fault.cutBeforeResponse());

        assertThat(afterRequest).hasValue(-1);
    }

    @Test
    void aLostResponseIsRecordedAndDoesNotAcknowledge() {
        SimulatedEvent delivery = send(Fault.cutAfterResponse());

        DeliveryAttempt attempt = delivery.attempts().get(0);
        assertThat(attempt.status()).isEqualTo(200);
        assertThat(attempt.acknowledged()).isFalse();
        assertThat(attempt.failure()).contains("lost");
        assertThat(attempt.genuine()).isTrue();
        assertThat(delivery.state()).isEqualTo(DeliveryState.PENDING);
        css.advance(MINUTE);
        assertThat(delivery.state()).isEqualTo(DeliveryState.ACKNOWLEDGED);
    }

    @Test
    void slowSendingDeliversTheBodyInPieces() {
        Duration time = Duration.ofMillis(200);
        SimulatedEvent delivery = send(Fault.slowSending(time));

        assertThat(delivery.state()).isEqualTo(DeliveryState.ACKNOWLEDGED);
        assertThat(delivery.attempts().get(0).duration()).isGreaterThanOrEqualTo(time);
        assertThat(delivery.attempts().get(0).sentAt()).isEqualTo(TestAccount.NOON);
        assertThat(css.clock().instant()).as("simulated time stands still").isEqualTo(TestAccount.NOON);
        assertThat(receiver.requests()).singleElement().satisfies(request -> {
            assertThat(request.whole()).isTrue();
            assertThat(request.reads()).isGreaterThan(1);
        });
    }

    @Test
    void aFaultAffectsTheFirstAttemptByDefault() {
        receiver.now(RawReceiver.writing("HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n"));
        SimulatedEvent some = send(Fault.wrongKey().onAttempts(3));
        css.advance(Duration.ofMinutes(4));
        SimulatedEvent every = send(Fault.wrongKey().onEveryAttempt());
        css.settle();

        assertThat(some.attempts().subList(0, 5))
                .extracting(DeliveryAttempt::genuine)
                .containsExactly(false, false, false, true, true);
        assertThat(every.attempts())
                .hasSize(13)
                .extracting(DeliveryAttempt::genuine)
                .containsOnly(false);
    }

    @Test
    void faultsOfOneEventCombine() throws IOException {
        SimulatedEvent delivery = send(
                Fault.heldBack(Duration.ofSeconds(30)),
                Fault.wrongKey(),
                Fault.cutAfterResponse(),
                Fault.duplicate(),
                Fault.slowSending(Duration.ofMillis(20)));
        css.advance(Duration.ofSeconds(30));

        assertThat(receiver.requests()).hasSize(2);
        assertThat(delivery.attempts().get(0).appliedFaults()).hasSize(5);
        assertThat(delivery.attempts().get(0).acknowledged()).isFalse();
        assertThat(delivery.attempts().get(1).acknowledged()).isTrue();
        assertThat(isSignedWith(TestAccount.KEY, body(1))).isFalse();
        assertThat(delivery.state()).isEqualTo(DeliveryState.PENDING);
    }

    @Test
    void requestedFaultsAreQueuedAndThoseForATypeTakePrecedence() {
        css.nextFaults(Fault.wrongKey()).nextFaults().nextFaults(Fault.duplicate());
        css.nextFaults(EventType.SNAPSHOT, Fault.cutAfterResponse());

        SimulatedEvent a = css.send(EventType.RECORD, TestAccount.DOMAIN, TestAccount.APP, "a");
        SimulatedEvent nowhere = css.send(EventType.RECORD, "unbound.example.org", TestAccount.APP, "a");
        SimulatedEvent b = css.send(EventType.SNAPSHOT, TestAccount.DOMAIN, TestAccount.APP, "b");
        SimulatedEvent c = css.send(EventType.SNAPSHOT, TestAccount.DOMAIN, TestAccount.APP, "c");
        SimulatedEvent d = css.send(EventType.RECORD, TestAccount.DOMAIN, TestAccount.APP, "d");
        SimulatedEvent e = css.send(EventType.RECORD, TestAccount.DOMAIN, TestAccount.APP, "e");

        assertThat(List.of(a, nowhere, b, c, d, e))
                .extracting(SimulatedEvent::faults)
                .containsExactly(
                        List.of(Fault.wrongKey()),
                        List.of(),
                        List.of(Fault.cutAfterResponse()),
                        List.of(),
                        List.of(Fault.duplicate()),
                        List.of());
    }
}
