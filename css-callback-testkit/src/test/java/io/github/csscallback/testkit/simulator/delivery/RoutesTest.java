package io.github.csscallback.testkit.simulator.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.csscallback.client.CssCallbackClient;
import io.github.csscallback.client.records.CallbackRecord;
import io.github.csscallback.client.records.CallbackRecordQuery;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.signature.CallbackKeys;
import io.github.csscallback.core.signature.SignatureVerifier;
import io.github.csscallback.core.signature.TimestampTolerance;
import io.github.csscallback.core.signature.VerificationResult;
import io.github.csscallback.core.template.CallbackTemplate;
import io.github.csscallback.core.template.TemplateChange;
import io.github.csscallback.core.template.TemplateSpec;
import io.github.csscallback.testkit.fixture.ManagementClients;
import io.github.csscallback.testkit.fixture.RawReceiver;
import io.github.csscallback.testkit.fixture.TestAccount;
import io.github.csscallback.testkit.simulator.CssSimulator;
import io.github.csscallback.testkit.simulator.DeliveryAttempt;
import io.github.csscallback.testkit.simulator.DeliveryState;
import io.github.csscallback.testkit.simulator.SimulatedEvent;
import io.github.csscallback.testkit.simulator.SimulatedStream;
import io.github.csscallback.testkit.simulator.fault.Fault;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which address an event goes to, when, and signed with which key; most of it over the management API. */
@Timeout(30)
class RoutesTest {

    private static final CallbackKey OTHER_KEY = CallbackKey.of("another4711");
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    private final RawReceiver receiver = RawReceiver.responding(RawReceiver.OK);
    private final CssSimulator css = CssSimulator.builder()
            .simulatedTime(TestAccount.NOON)
            .clockShared()
            .seed(5)
            .start();
    private final CssCallbackClient client = ManagementClients.of(css);

    @AfterEach
    void stop() {
        client.close();
        css.close();
        receiver.close();
    }

    private SimulatedEvent send(EventType type) {
        return css.send(type, TestAccount.DOMAIN, TestAccount.APP, "room-1");
    }

    private VerificationResult result(int request, CallbackKey key) throws IOException {
        JsonNode packet =
                new ObjectMapper().readTree(receiver.requests().get(request).body());
        return SignatureVerifier.builder()
                .keys(CallbackKeys.of(key))
                .timestampTolerance(TimestampTolerance.defaults())
                .clock(css.clock())
                .build()
                .verify(packet.get("t").asText(), packet.get("sign").asText());
    }

    @Test
    void aRuleMadeOverTheApiIsInForceAfterFiveToTenMinutes() {
        CallbackTemplate template = client.createTemplate(TestAccount.template(receiver.uri()));
        client.bind(TestAccount.DOMAIN, TestAccount.APP, template.id());

        css.advance(Duration.ofMinutes(5).minusMillis(1));
        SimulatedEvent early = send(EventType.RECORD);
        assertThat(early.state()).isEqualTo(DeliveryState.NOT_SENT);
        assertThat(early.notSentReason()).contains("comes into force at");
        assertThat(early.nextAttemptAt()).isNull();
        css.advance(TEN_MINUTES);
        assertThat(early.attempts()).as("what was not sent is gone").isEmpty();
        assertThat(send(EventType.RECORD).state()).isEqualTo(DeliveryState.ACKNOWLEDGED);
        assertThat(receiver.requests()).hasSize(1);
    }

    @Test
    void thePropagationTimeCanBeSet() {
        try (CssSimulator quick = CssSimulator.builder()
                        .propagation(Duration.ofSeconds(3))
                        .start();
                CssCallbackClient manage = ManagementClients.of(quick)) {
            manage.bind(
                    TestAccount.DOMAIN,
                    TestAccount.APP,
                    manage.createTemplate(TestAccount.template(receiver.uri())).id());
            quick.advance(Duration.ofSeconds(3).minusNanos(1));
            assertThat(quick.send(EventType.RECORD, TestAccount.DOMAIN, TestAccount.APP, "room-1")
                            .state())
                    .isEqualTo(DeliveryState.NOT_SENT);
            quick.advance(Duration.ofNanos(1));
            assertThat(quick.send(EventType.RECORD, TestAccount.DOMAIN, TestAccount.APP, "room-1")
                            .state())
                    .isEqualTo(DeliveryState.ACKNOWLEDGED);
        }
    }

    @Test
    void theTemplateIsFoundByDomainAndPath() {
        try (RawReceiver other = RawReceiver.responding(RawReceiver.OK);
                RawReceiver whole = RawReceiver.responding(RawReceiver.OK)) {
            css.bind(TestAccount.DOMAIN, TestAccount.APP, TestAccount.template(receiver.uri()));
            css.bind(TestAccount.DOMAIN, "other", TestAccount.template(other.uri()));
            css.bind(TestAccount.DOMAIN, "", TestAccount.template(whole.uri()));
            css.push(TestAccount.DOMAIN, TestAccount.APP, "room-1");
            css.push(TestAccount.DOMAIN, "other", "room-1");
            css.push(TestAccount.DOMAIN, "third", "room-1");
            SimulatedStream nowhere = css.push("else.example.org", TestAccount.APP, "room-1");

            assertThat(receiver.requests()).hasSize(1);
            assertThat(other.requests()).hasSize(1);
            assertThat(whole.requests()).hasSize(1);
            assertThat(nowhere.beginEvent().state()).isEqualTo(DeliveryState.NOT_SENT);
            assertThat(nowhere.beginEvent().notSentReason())
                    .contains("no rule binds else.example.org/" + TestAccount.APP);
            assertThat(nowhere.isLive()).as("a stream is live whoever listens").isTrue();
        }
    }

    @Test
    void aTypeWithoutAnAddressInTheTemplateIsNotSent() {
        css.bind(
                TestAccount.DOMAIN,
                TestAccount.APP,
                TemplateSpec.named("shop")
                        .notifyUrl(EventType.RECORD, receiver.uri())
                        .build());

        assertThat(send(EventType.SNAPSHOT).notSentReason()).contains("SnapshotNotifyUrl");
        assertThat(receiver.requests()).isEmpty();
    }

    @Test
    void aTemplateWithoutAKeySendsUnsignedPackets() {
        css.bind(
                TestAccount.DOMAIN,
                TestAccount.APP,
                TestAccount.unsignedTemplate(receiver.uri()).build());
        SimulatedEvent delivery = send(EventType.RECORD);

        assertThat(receiver.requests().get(0).text()).doesNotContain("\"t\":", "\"sign\":");
        assertThat(delivery.attempts().get(0).genuine()).isTrue();
    }

    @Test
    void consoleTypesHaveTheirOwnAddressAndTheKeyOfTheTemplate() throws IOException {
        assertThat(send(EventType.SUBTITLE).notSentReason()).contains("notifyUrl");
        css.notifyUrl(EventType.SUBTITLE, receiver.uri());
        send(EventType.SUBTITLE);
        css.bind(TestAccount.DOMAIN, TestAccount.APP, TestAccount.template(URI.create("http://127.0.0.1:1/")));
        send(EventType.SUBTITLE);

        assertThat(receiver.requests()).hasSize(2);
        assertThat(receiver.requests().get(0).text()).doesNotContain("\"sign\":");
        assertThat(result(1, TestAccount.KEY).kind()).isEqualTo(VerificationResult.Kind.VALID);
    }

    @Test
    void aRelayEventContainsItsAddress() {
        css.notifyUrl(EventType.RELAY, receiver.uri());

        assertThat(send(EventType.RELAY).packet().json()).contains("\"callback_url\":\"" + receiver.uri() + "\"");
    }

    @Test
    void theAddressOfATemplateTypeIsSetInTheTemplateOnly() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> css.notifyUrl(EventType.RECORD, receiver.uri()))
                .withMessageContaining("RecordNotifyUrl");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> css.notifyUrl(EventType.RELAY, URI.create("ftp://127.0.0.1/")));
        assertThatIllegalArgumentException().isThrownBy(() -> css.notifyUrl(EventType.RELAY, URI.create("/css")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example.com/css",
                "https://192.0.2.7/css",
                "http://0.0.0.0:80/",
                "http://128.0.0.1/",
                "http://2130706433/",
                "http://127.0.0.1.example.com/",
                "http://localhost.example.com/",
                "http://[2001:db8::1]/",
                "http://[::ffff:192.0.2.7]/"
            })
    void noPacketIsSentToAHostThatIsNotOnLoopback(String address) {
        css.bind(TestAccount.DOMAIN, TestAccount.APP, TestAccount.template(URI.create(address)));
        SimulatedEvent delivery = send(EventType.RECORD);

        assertThat(delivery.state()).isEqualTo(DeliveryState.NOT_SENT);
        assertThat(delivery.notSentReason()).containsAnyOf("not on loopback", "has no host");
        css.settle();
        assertThat(css.attempts()).isEmpty();
    }

    @Test
    void aHostIsAllowedByItsNameOnly() {
        int port = receiver.uri().getPort();
        try (CssSimulator allowing =
                CssSimulator.builder().allowTarget("0.0.0.0").start()) {
            allowing.bind(
                    TestAccount.DOMAIN,
                    TestAccount.APP,
                    TestAccount.unsignedTemplate(URI.create("http://0.0.0.1:" + port + "/"))
                            .notifyUrl(EventType.RECORD, URI.create("http://0.0.0.0:" + port + "/"))
                            .build());

            assertThat(allowing.send(EventType.SNAPSHOT, TestAccount.DOMAIN, TestAccount.APP, "room-1")
                            .state())
                    .isEqualTo(DeliveryState.NOT_SENT);
            assertThat(allowing.send(EventType.RECORD, TestAccount.DOMAIN, TestAccount.APP, "room-1")
                            .attempts())
                    .as("it was tried, wherever that address leads on this machine")
                    .hasSize(1);
        }
    }

    @Test
    void retriesUseTheAddressAndKeyInForceAtThatTime() {
        receiver.now(RawReceiver.writing("HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n"));
        try (RawReceiver other = RawReceiver.responding(RawReceiver.OK)) {
            css.bind(TestAccount.DOMAIN, TestAccount.APP, TestAccount.template(receiver.uri()));
            SimulatedEvent delivery = send(EventType.RECORD);
            css.bind(
                    TestAccount.DOMAIN,
                    TestAccount.APP,
                    TestAccount.unsignedTemplate(other.uri())
                            .callbackKey(OTHER_KEY)
                            .build());
            css.advance(Duration.ofMinutes(1));

            assertThat(delivery.state()).isEqualTo(DeliveryState.ACKNOWLEDGED);
            assertThat(delivery.attempts())
                    .extracting(DeliveryAttempt::address)
                    .containsExactly(receiver.uri(), other.uri());
            assertThat(delivery.attempts().get(1).genuine()).isTrue();
        }
    }

    @Test
    void anEventWhoseRuleIsDeletedIsGivenUpAtTheNextRetry() {
        receiver.now(RawReceiver.writing("HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n"));
        css.bind(TestAccount.DOMAIN, TestAccount.APP, TestAccount.template(receiver.uri()));
        SimulatedEvent delivery = send(EventType.RECORD);
        client.unbind(TestAccount.DOMAIN, TestAccount.APP);
        css.settle();

        assertThat(delivery.state()).isEqualTo(DeliveryState.GIVEN_UP);
        assertThat(delivery.attempts()).hasSizeBetween(5, 10);
        assertThat(delivery.notSentReason()).isNotNull();
    }

    @Test
    void theOldKeyFaultSignsWithTheKeyBeforeTheLastChange() throws IOException {
        long id = css.bind(TestAccount.DOMAIN, TestAccount.APP, TestAccount.template(receiver.uri()));
        client.modifyTemplate(
                id, TemplateChange.builder().callbackKey(OTHER_KEY).build());
        send(EventType.RECORD);
        assertThat(result(0, TestAccount.KEY).kind()).as("not in force yet").isEqualTo(VerificationResult.Kind.VALID);
        css.advance(TEN_MINUTES);
        send(EventType.RECORD);
        assertThat(result(1, OTHER_KEY).kind()).isEqualTo(VerificationResult.Kind.VALID);
        css.nextFaults(Fault.oldKey());
        SimulatedEvent late = send(EventType.RECORD);

        assertThat(result(2, TestAccount.KEY).kind()).isEqualTo(VerificationResult.Kind.VALID);
        assertThat(late.attempts().get(0).appliedFaults()).containsExactly(Fault.oldKey());
        assertThat(late.attempts().get(0).genuine()).isFalse();
    }

    @Test
    void theOldKeyOfAReplacingTemplateIsThatOfTheReplacedOne() throws IOException {
        css.bind(TestAccount.DOMAIN, TestAccount.APP, TestAccount.template(receiver.uri()));
        css.bind(
                TestAccount.DOMAIN,
                TestAccount.APP,
                TestAccount.unsignedTemplate(receiver.uri())
                        .callbackKey(OTHER_KEY)
                        .build());
        css.bind(
                TestAccount.DOMAIN,
                TestAccount.APP,
                TestAccount.unsignedTemplate(receiver.uri())
                        .callbackKey(OTHER_KEY)
                        .build());
        css.nextFaults(Fault.oldKey());
        send(EventType.RECORD);
        send(EventType.RECORD);

        assertThat(result(0, TestAccount.KEY).kind()).isEqualTo(VerificationResult.Kind.VALID);
        assertThat(result(1, OTHER_KEY).kind()).isEqualTo(VerificationResult.Kind.VALID);
    }

    @Test
    void theApiListsSuccessfulAndFailedDeliveries() {
        css.bind(TestAccount.DOMAIN, TestAccount.APP, TestAccount.template(receiver.uri()));
        css.nextFaults(Fault.cutAfterResponse());
        SimulatedEvent delivery = send(EventType.RECORD);
        css.advance(Duration.ofMinutes(1));
        css.send(EventType.RECORD, TestAccount.DOMAIN, TestAccount.APP, "room-2");

        List<CallbackRecord> records = client.callbackRecords(CallbackRecordQuery.ofStream("room-1")
                        .between(TestAccount.NOON.minusSeconds(60), TestAccount.NOON.plusSeconds(600))
                        .build())
                .toList();
        assertThat(records).extracting(CallbackRecord::eventTime).containsExactly(TestAccount.NOON, TestAccount.NOON);
        assertThat(records).extracting(CallbackRecord::type).containsOnly(EventType.RECORD);
        assertThat(records).extracting(CallbackRecord::isDelivered).containsExactlyInAnyOrder(false, true);
        assertThat(delivery.state()).isEqualTo(DeliveryState.ACKNOWLEDGED);
    }

    @Test
    void resetDiscardsEverythingButKeepsTheAddressOfTheApi() {
        URI endpoint = css.api().endpoint();
        css.bind(TestAccount.DOMAIN, TestAccount.APP, TestAccount.template(receiver.uri()));
        css.notifyUrl(EventType.RELAY, receiver.uri());
        receiver.now(RawReceiver.writing("HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n"));
        SimulatedStream stream = css.push(TestAccount.DOMAIN, TestAccount.APP, "room-1");
        css.advance(Duration.ofSeconds(90));
        css.nextFaults(Fault.wrongKey());
        css.reset();

        assertThat(css.clock().instant()).isEqualTo(TestAccount.NOON);
        assertThat(css.events()).isEmpty();
        assertThat(css.attempts()).isEmpty();
        assertThat(css.liveStreams()).isEmpty();
        assertThat(stream.isLive()).isFalse();
        assertThat(client.listTemplates()).isEmpty();
        assertThat(client.listRules()).isEmpty();
        assertThat(css.api().endpoint()).isEqualTo(endpoint);
        int before = receiver.requests().size();
        css.settle();
        css.advance(Duration.ofDays(1));
        assertThat(receiver.requests()).as("nothing is pending any more").hasSize(before);
        assertThat(send(EventType.RECORD).state()).isEqualTo(DeliveryState.NOT_SENT);
        assertThat(send(EventType.RELAY).state()).isEqualTo(DeliveryState.NOT_SENT);
        css.bind(TestAccount.DOMAIN, TestAccount.APP, TestAccount.template(receiver.uri()));
        SimulatedStream again = css.push(TestAccount.DOMAIN, TestAccount.APP, "room-1");
        assertThat(again.beginEvent().faults()).isEmpty();
        assertThat(again.sequence()).isNotEqualTo(stream.sequence());
    }
}
