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

/** What the sender is told, and what it is not. */
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
    void aHandledAndARepeatedDeliveryAreAnsweredAlike() {
        CallbackResponse handled = receiver.receive(TestPacket.genuine("1").request());
        CallbackResponse repeated = receiver.receive(TestPacket.genuine("1").request());

        assertThat(handled.outcome().kind()).isEqualTo(Outcome.Kind.HANDLED);
        assertThat(repeated.outcome().kind()).isEqualTo(Outcome.Kind.DUPLICATE);
        for (CallbackResponse reply : List.of(handled, repeated)) {
            assertThat(reply.status()).isEqualTo(200);
            assertThat(text(reply)).isEqualTo("{\"code\":0}");
            assertThat(reply.headers()).isEqualTo(Map.of("Content-Type", "application/json"));
        }
    }

    @Test
    void noOtherOutcomeIsAnswered200OrCodeZero() {
        for (Outcome.Kind kind : Outcome.Kind.values()) {
            CallbackResponse reply = new CallbackResponse(Outcome.of(kind, "for the operator only"));
            boolean settled = kind == Outcome.Kind.HANDLED || kind == Outcome.Kind.DUPLICATE;
            assertThat(reply.status() == 200).as("%s", kind).isEqualTo(settled);
            assertThat(text(reply)).isEqualTo("{\"code\":" + (settled ? 0 : reply.status()) + "}");
            assertThat(reply.headers().containsKey("Allow")).isEqualTo(reply.status() == 405);
        }
    }

    @Test
    void theReplyNeverSaysWhichCheckOfTheSignatureFailed() {
        TestPacket packet = TestPacket.streamBegin("1");
        Map<VerificationResult.Kind, TestPacket> refused = Map.of(
                VerificationResult.Kind.ABSENT, packet,
                VerificationResult.Kind.MALFORMED, packet.signed().with("sign", "short"),
                VerificationResult.Kind.MISMATCH, packet.signed(CallbackKey.of("another"), TestPacket.SENT_AT),
                VerificationResult.Kind.EXPIRED,
                        packet.signed(TestPacket.KEY, TestPacket.SENT_AT.minus(Duration.ofHours(1))),
                VerificationResult.Kind.NOT_YET_VALID,
                        packet.signed(TestPacket.KEY, TestPacket.SENT_AT.plus(Duration.ofHours(1))));
        assertThat(refused).hasSize(VerificationResult.Kind.values().length - 1);

        Set<String> answers = new HashSet<>();
        refused.forEach((finding, wrong) -> {
            CallbackResponse reply = receiver.receive(wrong.request());
            VerificationResult verdict = Objects.requireNonNull(reply.outcome().verificationResult());
            assertThat(verdict.kind()).isEqualTo(finding);
            answers.add(reply.status() + text(reply) + reply.headers());
        });
        assertThat(answers).containsExactly("403{\"code\":403}{Content-Type=application/json}");
    }

    @Test
    void unreadableBytesAreAnswered400AndTheReasonIsForTheOperator() {
        CallbackResponse reply = receiver.receive(
                CallbackRequest.post("/css", "{\"event_type\":1,}".getBytes(StandardCharsets.US_ASCII)));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(text(reply)).isEqualTo("{\"code\":400}");
        assertThat(reply.outcome().explanation()).contains("unreadable");
    }

    @Test
    void aFailureIsAnswered500AndItsReasonIsForTheOperator() {
        CallbackResponse reply =
                receiver.receive(TestPacket.ofType(9999).signed().request());

        assertThat(reply.status()).isEqualTo(500);
        assertThat(text(reply)).isEqualTo("{\"code\":500}");
        assertThat(reply.outcome().failure()).isInstanceOf(IllegalStateException.class);
        assertThat(reply).hasToString("CallbackResponse[500 FAILED]");
    }

    @Test
    void theBodyIsANewArrayEachTime() {
        CallbackResponse reply = receiver.receive(TestPacket.genuine("1").request());
        reply.body()[0] = 0;

        assertThat(text(reply)).isEqualTo("{\"code\":0}");
    }

    private static String text(CallbackResponse reply) {
        return new String(reply.body(), StandardCharsets.US_ASCII);
    }
}
