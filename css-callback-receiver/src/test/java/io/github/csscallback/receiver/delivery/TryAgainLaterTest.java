package io.github.csscallback.receiver.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.github.csscallback.core.signature.CallbackKeys;
import io.github.csscallback.receiver.CallbackReceiver;
import io.github.csscallback.receiver.CallbackResponse;
import io.github.csscallback.receiver.Outcome.Kind;
import io.github.csscallback.receiver.RecordingListener;
import io.github.csscallback.receiver.TestPacket;
import io.github.csscallback.receiver.TryAgainLaterException;
import io.github.csscallback.testsupport.CapturedLog;
import io.github.csscallback.testsupport.SettableClock;
import org.junit.jupiter.api.Test;

/** A handler that asks for a retry. */
class TryAgainLaterTest {

    private final RecordingListener listener = new RecordingListener();
    private boolean down = true;
    private final CallbackReceiver receiver = CallbackReceiver.builder()
            .keys(CallbackKeys.of(TestPacket.KEY))
            .clock(SettableClock.at(TestPacket.SENT_AT))
            .listener(listener)
            .otherwise(delivery -> {
                if (down) {
                    throw new TryAgainLaterException("the database is down");
                }
            })
            .build();

    @Test
    void theResponseIs503AndTheRetryIsHandled() {
        CallbackResponse response = receiver.receive(TestPacket.genuine("1").request());

        assertThat(response.status()).isEqualTo(503);
        assertThat(response.outcome().kind()).isEqualTo(Kind.TRY_AGAIN_LATER);
        assertThat(response.outcome().explanation()).contains("the database is down");
        assertThat(listener.failures()).containsExactly(Kind.TRY_AGAIN_LATER);
        down = false;
        assertThat(receiver.receive(TestPacket.genuine("1").request()).outcome().kind())
                .isEqualTo(Kind.HANDLED);
    }

    @Test
    void theReasonIsOneLineAtInfoWithoutAStackTrace() {
        try (CapturedLog log = CapturedLog.of(CallbackReceiver.class)) {
            receiver.receive(TestPacket.genuine("1").request());

            assertThat(log.events()).singleElement().satisfies(event -> {
                assertThat(event.getLevel()).isEqualTo(Level.INFO);
                assertThat(event.getFormattedMessage()).contains("1 StreamBeginEvent", "the database is down");
                assertThat(event).extracting(ILoggingEvent::getThrowableProxy).isNull();
            });
        }
    }
}
