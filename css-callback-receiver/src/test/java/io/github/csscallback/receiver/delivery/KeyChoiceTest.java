package io.github.csscallback.receiver.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.signature.CallbackKeys;
import io.github.csscallback.receiver.CallbackReceiver;
import io.github.csscallback.receiver.CallbackRequest;
import io.github.csscallback.receiver.CallbackResponse;
import io.github.csscallback.receiver.Outcome;
import io.github.csscallback.receiver.RecordingListener;
import io.github.csscallback.receiver.TestPacket;
import io.github.csscallback.testsupport.CapturedLog;
import io.github.csscallback.testsupport.SettableClock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which keys a packet is verified with. */
class KeyChoiceTest {

    private static final CallbackKey CURRENT = CallbackKey.of("currentCurrent1", "2026-02");
    private static final CallbackKey PREVIOUS = CallbackKey.of("previousPrevious1", "2026-01");

    private final List<String> labels = new ArrayList<>();

    @Test
    void duringARotationBothKeysAreGoodAndTheDeliveryNamesTheOneThatMatched() {
        CallbackReceiver receiver = receiver(CallbackKeys.of(CURRENT, PREVIOUS));

        assertThat(receive(receiver, "/css", "1", PREVIOUS)).isEqualTo(200);
        assertThat(receive(receiver, "/css", "2", CURRENT)).isEqualTo(200);
        assertThat(labels).containsExactly("2026-01", "2026-02");
    }

    @Test
    void aRetryUnderTheOtherKeyIsADuplicate() {
        CallbackReceiver receiver = receiver(CallbackKeys.of(CURRENT, PREVIOUS));

        receive(receiver, "/css", "1", PREVIOUS);
        receive(receiver, "/css", "1", CURRENT);
        assertThat(labels).containsExactly("2026-01");
    }

    @Test
    void afterARotationTheOldKeyIsNoLongerGood() {
        assertThat(receive(receiver(CallbackKeys.of(CURRENT)), "/css", "1", PREVIOUS))
                .isEqualTo(403);
        assertThat(labels).isEmpty();
    }

    @Test
    void keysAreChosenByTheTargetWithItsQuery() {
        CallbackReceiver receiver = receiver(target -> switch (target) {
            case "/css?account=1" -> List.of(CURRENT);
            case "/css?account=2" -> List.of(PREVIOUS);
            default -> List.of();
        });

        assertThat(receive(receiver, "/css?account=1", "1", CURRENT)).isEqualTo(200);
        assertThat(receive(receiver, "/css?account=2", "1", PREVIOUS)).isEqualTo(200);
        assertThat(receive(receiver, "/css?account=2", "2", CURRENT)).isEqualTo(403);
        assertThat(receive(receiver, "/css", "2", CURRENT)).isEqualTo(403);
        assertThat(labels).containsExactly("2026-02", "2026-01");
    }

    @Test
    void aLookupThatThrowsIs503SoThatCssTriesAgain() {
        RecordingListener listener = new RecordingListener();
        IllegalStateException cause = new IllegalStateException("the vault is sealed");
        CallbackReceiver receiver = builder(target -> {
                    throw cause;
                })
                .listener(listener)
                .build();

        CallbackResponse response = receiver.receive(TestPacket.genuine("1").request());
        assertThat(response.status()).isEqualTo(503);
        assertThat(response.outcome().kind()).isEqualTo(Outcome.Kind.KEY_LOOKUP_FAILED);
        assertThat(response.outcome().failure()).isSameAs(cause);
        assertThat(listener.rejections()).containsExactly(Outcome.Kind.KEY_LOOKUP_FAILED);
        assertThat(labels).isEmpty();
    }

    @Test
    void aLookupThatThrowsIsLoggedWithItsCause() {
        IllegalStateException cause = new IllegalStateException("the vault is sealed");
        try (CapturedLog log = CapturedLog.of(CallbackReceiver.class)) {
            CallbackReceiver receiver = receiver(target -> {
                throw cause;
            });
            receiver.receive(TestPacket.genuine("1").request());

            assertThat(log.events())
                    .filteredOn(event -> event.getLevel() == Level.WARN)
                    .extracting(ILoggingEvent::getThrowableProxy)
                    .singleElement()
                    .satisfies(thrown -> assertThat(thrown.getMessage()).isEqualTo("the vault is sealed"));
        }
    }

    @Test
    void aLookupThatThrowsAnErrorIs503Too() {
        CallbackReceiver receiver = receiver(target -> {
            throw new NoClassDefFoundError("VaultClient");
        });

        assertThat(receiver.receive(TestPacket.genuine("1").request()).outcome().kind())
                .isEqualTo(Outcome.Kind.KEY_LOOKUP_FAILED);
    }

    @Test
    void aLookupIsNotAskedForAPacketWithoutASignature() {
        CallbackReceiver receiver = receiver(target -> {
            throw new IllegalStateException("asked");
        });

        assertThat(receiver.receive(TestPacket.streamBegin("1").request()).status())
                .isEqualTo(403);
    }

    private CallbackReceiver.Builder builder(CallbackKeys keys) {
        return CallbackReceiver.builder()
                .keys(keys)
                .clock(SettableClock.at(TestPacket.SENT_AT))
                .otherwise(delivery -> labels.add(String.valueOf(delivery.keyLabel())));
    }

    private CallbackReceiver receiver(CallbackKeys keys) {
        return builder(keys).build();
    }

    private static int receive(CallbackReceiver receiver, String target, String sequence, CallbackKey key) {
        TestPacket packet = TestPacket.streamBegin(sequence).signed(key, TestPacket.SENT_AT);
        return receiver.receive(CallbackRequest.post(target, packet.bytes())).status();
    }
}
