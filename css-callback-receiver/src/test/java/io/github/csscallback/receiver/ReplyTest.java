package io.github.csscallback.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.signature.CallbackKeys;
import io.github.csscallback.core.signature.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the sender is told, and what it is not. */
class ReplyTest {

    private final CallbackReceiver receiver = CallbackReceiver.builder()
            .keys(CallbackKeys.of(TestPacket.KEY))
            .clock(new TestClock())
            .otherwise(delivery -> {
                if (delivery.event().type().number() == 9999) {
                    throw new IllegalStateException("cannot");
                }
            })
            .build();

    @Test
    void aHandledAndARepeatedDeliveryAreAnsweredAlike() {
        CallbackReply handled = receiver.receive(TestPacket.genuine("1").request());
        CallbackReply repeated = receiver.receive(TestPacket.genuine("1").request());

        assertThat(handled.outcome().kind()).isEqualTo(Outcome.Kind.HANDLED);
        assertThat(repeated.outcome().kind()).isEqualTo(Outcome.Kind.REPEATED);
        for (CallbackReply reply : List.of(handled, repeated)) {
            assertThat(reply.status()).isEqualTo(200);
            assertThat(text(reply)).isEqualTo("{\"code\":0}");
            assertThat(reply.headers()).isEqualTo(Map.of("Content-Type", "application/json"));
        }
    }

    @Test
    void noOtherOutcomeIsAnswered200OrCodeZero() {
        for (Outcome.Kind kind : Outcome.Kind.values()) {
            CallbackReply reply = new CallbackReply(Outcome.of(kind, "for the operator only"));
            boolean settled = kind == Outcome.Kind.HANDLED || kind == Outcome.Kind.REPEATED;
            assertThat(reply.status() == 200).as("%s", kind).isEqualTo(settled);
            assertThat(text(reply)).isEqualTo("{\"code\":" + (settled ? 0 : reply.status()) + "}");
            assertThat(reply.headers().containsKey("Allow")).isEqualTo(reply.status() == 405);
        }
    }

    @Test
    void theReplyNeverSaysWhichCheckOfTheSignatureFailed() {
        TestPacket packet = TestPacket.streamBegin("1");
        Map<Verdict.Kind, TestPacket> refused = Map.of(
                Verdict.Kind.ABSENT, packet,
                Verdict.Kind.MALFORMED, packet.signed().with("sign", "short"),
                Verdict.Kind.MISMATCH, packet.signed(CallbackKey.of("another"), TestClock.START),
                Verdict.Kind.EXPIRED, packet.signed(TestPacket.KEY, TestClock.START.minus(Duration.ofHours(1))),
                Verdict.Kind.TOO_FAR_AHEAD, packet.signed(TestPacket.KEY, TestClock.START.plus(Duration.ofHours(1))));
        assertThat(refused).hasSize(Verdict.Kind.values().length - 1);

        Set<String> answers = new HashSet<>();
        refused.forEach((finding, wrong) -> {
            CallbackReply reply = receiver.receive(wrong.request());
            Verdict verdict = Objects.requireNonNull(reply.outcome().verdict());
            assertThat(verdict.kind()).isEqualTo(finding);
            answers.add(reply.status() + text(reply) + reply.headers());
        });
        assertThat(answers).containsExactly("403{\"code\":403}{Content-Type=application/json}");
    }

    @Test
    void unreadableBytesAreAnswered400AndTheReasonIsForTheOperator() {
        CallbackReply reply = receiver.receive(
                CallbackRequest.post("/css", "{\"event_type\":1,}".getBytes(StandardCharsets.US_ASCII)));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(text(reply)).isEqualTo("{\"code\":400}");
        assertThat(reply.outcome().explanation()).contains("unreadable");
    }

    @Test
    void aFailureIsAnswered500AndItsReasonIsForTheOperator() {
        CallbackReply reply = receiver.receive(TestPacket.ofType(9999).signed().request());

        assertThat(reply.status()).isEqualTo(500);
        assertThat(text(reply)).isEqualTo("{\"code\":500}");
        assertThat(reply.outcome().failure()).isInstanceOf(IllegalStateException.class);
        assertThat(reply).hasToString("CallbackReply[500 FAILED]");
    }

    @Test
    void theBodyIsANewArrayEachTime() {
        CallbackReply reply = receiver.receive(TestPacket.genuine("1").request());
        reply.body()[0] = 0;

        assertThat(text(reply)).isEqualTo("{\"code\":0}");
    }

    private static String text(CallbackReply reply) {
        return new String(reply.body(), StandardCharsets.US_ASCII);
    }
}
