package io.github.csscallback.testkit.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.event.StreamBeginEvent;
import io.github.csscallback.core.event.StreamEndEvent;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.signature.CallbackKeys;
import io.github.csscallback.core.template.TemplateSpec;
import io.github.csscallback.receiver.CallbackReceiver;
import io.github.csscallback.receiver.CallbackServer;
import io.github.csscallback.receiver.Delivery;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PlainDeliveryTest {

    private static final CallbackKey KEY = CallbackKey.of("adasda131312");

    private final CssSimulator css = CssSimulator.builder().clockShared().start();
    private final List<Delivery<?>> handled = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final CallbackServer server = CallbackServer.builder(CallbackReceiver.builder()
                    .keys(CallbackKeys.of(KEY))
                    .clock(css.clock())
                    .otherwise(delivery -> {
                        if (failures.getAndDecrement() > 0) {
                            throw new IllegalStateException("not now");
                        }
                        handled.add(delivery);
                    })
                    .build())
            .start();

    @AfterEach
    void stop() {
        css.close();
        server.close();
    }

    private void bind() {
        css.bind(
                "push.example.com",
                "live",
                TemplateSpec.named("shop")
                        .notifyUrl(EventType.STREAM_BEGIN, server.uri())
                        .notifyUrl(EventType.STREAM_END, server.uri())
                        .callbackKey(KEY)
                        .build());
    }

    @Test
    void pushAndInterruptionArriveWithTheSameSequence() {
        bind();
        SimulatedStream stream = css.push("push.example.com", "live", "room-1");
        css.advance(Duration.ofSeconds(90));
        SimulatedDelivery ended = stream.interrupt();

        assertThat(handled).hasSize(2);
        StreamBeginEvent begin = (StreamBeginEvent) handled.get(0).event();
        StreamEndEvent end = (StreamEndEvent) handled.get(1).event();
        assertThat(begin.sequence()).isEqualTo(stream.sequence());
        assertThat(end.sequence()).isEqualTo(stream.sequence());
        assertThat(end.pushDuration()).isEqualTo(Duration.ofSeconds(90));
        assertThat(stream.begun().state()).isEqualTo(DeliveryState.ACKNOWLEDGED);
        assertThat(ended.state()).isEqualTo(DeliveryState.ACKNOWLEDGED);
    }

    @Test
    void aFailedAttemptIsRepeatedAMinuteLater() {
        bind();
        failures.set(2);
        SimulatedDelivery begun = css.push("push.example.com", "live", "room-1").begun();

        assertThat(begun.state()).isEqualTo(DeliveryState.PENDING);
        css.advance(Duration.ofMinutes(1));
        assertThat(begun.attempts()).hasSize(2);
        css.advance(Duration.ofMinutes(1));
        assertThat(begun.state()).isEqualTo(DeliveryState.ACKNOWLEDGED);
        assertThat(begun.attempts()).extracting(a -> a.status().orElse(0)).containsExactly(500, 500, 200);
    }
}
