package io.github.csscallback.receiver.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.core.event.CallbackEvent;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.event.RecordEvent;
import io.github.csscallback.core.event.StreamBeginEvent;
import io.github.csscallback.core.event.UnknownEvent;
import io.github.csscallback.core.signature.CallbackKeys;
import io.github.csscallback.core.signature.VerificationResult;
import io.github.csscallback.receiver.CallbackHandler;
import io.github.csscallback.receiver.CallbackReceiver;
import io.github.csscallback.receiver.CallbackRequest;
import io.github.csscallback.receiver.Delivery;
import io.github.csscallback.receiver.Outcome;
import io.github.csscallback.receiver.TestPacket;
import io.github.csscallback.testsupport.SettableClock;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Exactly one handler takes each delivery, and what it is given. */
class HandlerChoiceTest {

    private final List<String> calls = new ArrayList<>();
    private final List<Delivery<? extends CallbackEvent>> deliveries = new ArrayList<>();
    private final CallbackReceiver.Builder builder = CallbackReceiver.builder()
            .keys(CallbackKeys.of(TestPacket.KEY))
            .clock(SettableClock.at(TestPacket.SENT_AT))
            .otherwise(delivery -> took("otherwise", delivery));

    @Test
    void theHandlerOfTheTypeTakesItsEvents() {
        builder.on(
                        StreamBeginEvent.class,
                        delivery -> took("begin " + delivery.event().sequence(), delivery))
                .on(RecordEvent.class, delivery -> took("record", delivery));

        assertThat(receive(TestPacket.genuine("7"))).isEqualTo(Outcome.Kind.HANDLED);
        assertThat(calls).containsExactly("begin 7");
    }

    @Test
    void anEventWithoutAHandlerOfItsOwnGoesToTheFallback() {
        builder.on(RecordEvent.class, delivery -> took("record", delivery));

        assertThat(receive(TestPacket.genuine("7"))).isEqualTo(Outcome.Kind.HANDLED);
        assertThat(calls).containsExactly("otherwise");
        assertThat(deliveries.get(0).event()).isInstanceOf(StreamBeginEvent.class);
    }

    @Test
    void anEventOfAnUnknownTypeGoesToTheFallbackWithAllItsMembers() {
        receive(TestPacket.ofType(9999).with("brand_new", "x").signed());

        assertThat(calls).containsExactly("otherwise");
        CallbackEvent event = deliveries.get(0).event();
        assertThat(event).isInstanceOf(UnknownEvent.class);
        assertThat(event.type()).isEqualTo(EventType.of(9999));
        assertThat(event.fields().text("brand_new")).isEqualTo("x");
    }

    @Test
    void aNumberCanBeRegisteredBeforeItHasARecord() {
        builder.on(EventType.of(9999), delivery -> took("9999", delivery));

        receive(TestPacket.ofType(9999).signed());
        receive(TestPacket.ofType(9998).signed());
        assertThat(calls).containsExactly("9999", "otherwise");
    }

    @Test
    void aNumberCanBeRegisteredThoughItHasARecord() {
        builder.on(EventType.of(1), delivery -> took("one", delivery));

        receive(TestPacket.genuine("7"));
        assertThat(calls).containsExactly("one");
        assertThat(deliveries.get(0).event()).isInstanceOf(StreamBeginEvent.class);
    }

    @Test
    void aHandlerOfAllEventsCanTakeOneType() {
        CallbackHandler<CallbackEvent> any = delivery -> took("any", delivery);
        builder.on(StreamBeginEvent.class, any);

        receive(TestPacket.genuine("7"));
        assertThat(calls).containsExactly("any");
    }

    @Test
    void anAverageScoreUnderTheNumberOfTheThresholdGoesToTheHandlerOfTheAverage() {
        builder.on(EventType.of(344), delivery -> took("threshold", delivery))
                .on(EventType.of(345), delivery -> took("average", delivery));

        receive(TestPacket.ofType(344).signed());
        receive(TestPacket.ofType(344).withJson("average_score", "27.765").signed());
        receive(TestPacket.ofType(345).withJson("average_score", "27.765").signed());
        assertThat(calls).containsExactly("threshold", "average", "average");
    }

    @Test
    void aDeliveryHasItsAuthentication() {
        SettableClock clock = SettableClock.at(TestPacket.SENT_AT);
        TestPacket packet = TestPacket.genuine("7").with("width", "broad");
        builder.clock(clock)
                .build()
                .receive(CallbackRequest.builder()
                        .target("/css?account=1")
                        .remoteAddress("203.0.113.7")
                        .receivedAt(TestPacket.SENT_AT.minusSeconds(2))
                        .body(packet.bytes())
                        .build());

        assertThat(deliveries).singleElement().satisfies(delivery -> {
            assertThat(delivery.target()).isEqualTo("/css?account=1");
            assertThat(delivery.remoteAddress()).isEqualTo("203.0.113.7");
            assertThat(delivery.receivedAt()).isEqualTo(TestPacket.SENT_AT.minusSeconds(2));
            assertThat(delivery.verificationResult().kind()).isEqualTo(VerificationResult.Kind.VALID);
            assertThat(delivery.keyLabel()).isEqualTo("current");
            assertThat(delivery.idempotencyKey()).isNotNull();
            assertThat(delivery.body()).isEqualTo(packet.bytes());
            assertThat(delivery.problems()).singleElement().asString().contains("width");
            assertThat(delivery)
                    .asString()
                    .isEqualTo("Delivery[1 StreamBeginEvent, " + delivery.idempotencyKey() + "]");
        });
    }

    @Test
    void withoutATimeFromTheAdapterADeliveryHasTheReceiversTime() {
        receive(TestPacket.genuine("7"));

        assertThat(deliveries.get(0).receivedAt()).isEqualTo(TestPacket.SENT_AT);
        assertThat(deliveries.get(0).remoteAddress()).isNull();
    }

    @Test
    void theBodyThatAHandlerGetsIsACopy() {
        receive(TestPacket.genuine("7"));
        byte[] body = deliveries.get(0).body();
        body[0] = 0;

        assertThat(new String(deliveries.get(0).body(), StandardCharsets.UTF_8)).startsWith("{");
    }

    private void took(String who, Delivery<? extends CallbackEvent> delivery) {
        calls.add(who);
        deliveries.add(delivery);
    }

    private Outcome.Kind receive(TestPacket packet) {
        return builder.build().receive(packet.request()).outcome().kind();
    }
}
