package io.github.csscallback.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.signature.CallbackKeys;
import io.github.csscallback.core.signature.VerificationResult;
import io.github.csscallback.testsupport.SettableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a response reveals to the sender. */
class CallbackResponseTest {

    private final CallbackReceiver receiver = CallbackReceiver.builder()
            .keys(CallbackKeys.of(TestPacket.KEY))
            .clock(SettableClock.at(TestPacket.SENT_AT))
            .otherwise(delivery -> {
                if (delivery.event().type().number() == 9999) {
                    throw new IllegalStateException("cannot");
                }
            })
            .build();

    @Test
    void aHandledAndADuplicateDeliveryGetTheSameResponse() {
        CallbackResponse handled = receiver.receive(TestPacket.genuine("1").request());
        CallbackResponse duplicate = receiver.receive(TestPacket.genuine("1").request());

        assertThat(handled.outcome().kind()).isEqualTo(Outcome.Kind.HANDLED);
        assertThat(duplicate.outcome().kind()).isEqualTo(Outcome.Kind.DUPLICATE);
        for (CallbackResponse response : List.of(handled, duplicate)) {
            assertThat(response.status()).isEqualTo(200);
            assertThat(text(response)).isEqualTo("{\"code\":0}");
            assertThat(response.headers()).isEqualTo(Map.of("Content-Type", "application/json"));
        }
    }

    @Test
    void noOtherOutcomeGets200OrCodeZero() {
        for (Outcome.Kind kind : Outcome.Kind.values()) {
            CallbackResponse response = new CallbackResponse(Outcome.of(kind, "for the operator only"));
            boolean settled = kind == Outcome.Kind.HANDLED || kind == Outcome.Kind.DUPLICATE;
            assertThat(response.status() == 200).as("%s", kind).isEqualTo(settled);
            assertThat(text(response)).isEqualTo("{\"code\":" + (settled ? 0 : response.status()) + "}");
            assertThat(response.headers().containsKey("Allow")).isEqualTo(response.status() == 405);
        }
    }

    @Test
    void theResponseNeverRevealsWhichCheckOfTheSignatureFailed() {
        TestPacket packet = TestPacket.streamBegin("1");
        Map<VerificationResult.Kind, TestPacket> rejected = Map.of(
                VerificationResult.Kind.ABSENT, packet,
                VerificationResult.Kind.MALFORMED, packet.signed().with("sign", "short"),
                VerificationResult.Kind.MISMATCH, packet.signed(CallbackKey.of("another"), TestPacket.SENT_AT),
                VerificationResult.Kind.EXPIRED,
                        packet.signed(TestPacket.KEY, TestPacket.SENT_AT.minus(Duration.ofHours(1))),
                VerificationResult.Kind.NOT_YET_VALID,
                        packet.signed(TestPacket.KEY, TestPacket.SENT_AT.plus(Duration.ofHours(1))));
        assertThat(rejected).hasSize(VerificationResult.Kind.values().length - 1);

        Set<String> responses = new HashSet<>();
        rejected.forEach((finding, wrong) -> {
            CallbackResponse response = receiver.receive(wrong.request());
            VerificationResult result =
                    Objects.requireNonNull(response.outcome().verificationResult());
            assertThat(result.kind()).isEqualTo(finding);
            responses.add(response.status() + text(response) + response.headers());
        });
        assertThat(responses).containsExactly("403{\"code\":403}{Content-Type=application/json}");
    }

    @Test
    void unreadableBytesGet400AndTheReasonIsForTheOperator() {
        CallbackResponse response = receiver.receive(
                CallbackRequest.post("/css", "{\"event_type\":1,}".getBytes(StandardCharsets.US_ASCII)));

        assertThat(response.status()).isEqualTo(400);
        assertThat(text(response)).isEqualTo("{\"code\":400}");
        assertThat(response.outcome().explanation()).contains("unreadable");
    }

    @Test
    void aFailureGets500AndItsReasonIsForTheOperator() {
        CallbackResponse response =
                receiver.receive(TestPacket.ofType(9999).signed().request());

        assertThat(response.status()).isEqualTo(500);
        assertThat(text(response)).isEqualTo("{\"code\":500}");
        assertThat(response.outcome().failure()).isInstanceOf(IllegalStateException.class);
        assertThat(response).hasToString("CallbackResponse[500 FAILED]");
    }

    @Test
    void theBodyIsANewArrayEachTime() {
        CallbackResponse response = receiver.receive(TestPacket.genuine("1").request());
        response.body()[0] = 0;

        assertThat(text(response)).isEqualTo("{\"code\":0}");
    }

    private static String text(CallbackResponse response) {
        return new String(response.body(), StandardCharsets.US_ASCII);
    }
}
