package io.github.csscallback.samples.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.client.CssCallbackClient;
import io.github.csscallback.client.Endpoint;
import io.github.csscallback.client.credentials.Credentials;
import io.github.csscallback.client.credentials.CredentialsProvider;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.signature.CallbackKeys;
import io.github.csscallback.core.template.CallbackTemplate;
import io.github.csscallback.core.template.TemplateSpec;
import io.github.csscallback.receiver.CallbackReceiver;
import io.github.csscallback.receiver.server.CallbackServer;
import io.github.csscallback.testkit.simulator.CssSimulator;
import io.github.csscallback.testkit.simulator.DeliveryState;
import io.github.csscallback.testkit.simulator.SimulatedStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The simulator without the extension, for other test frameworks and for programs. */
class PlainSimulatorTest {

    private static final CallbackKey KEY = CallbackKey.of("abc123");

    private final RoomBoard board = new RoomBoard();
    private final CallbackReceiver receiver =
            RoomCallbacks.receiver(CallbackKeys.of(KEY), Clock.systemUTC(), board, (room, url) -> {});
    private final CallbackServer server = CallbackServer.builder(receiver).start();
    private final URI hooks = server.uri();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void inRealTimeATestWaitsForTheDelivery() {
        try (CssSimulator css = CssSimulator.builder().realTime().start()) {
            css.bind("push.example.com", "live", hooks, KEY);
            SimulatedStream stream = css.push("push.example.com", "live", "room-1");
            css.await().atMost(Duration.ofSeconds(5)).acknowledged(stream.beginEvent());
            assertThat(board.isOnline("room-1")).isTrue();
        }
    }

    @Test
    void aTemplateMadeOverTheApiIsInForceAfterMinutes() {
        try (CssSimulator css = CssSimulator.start();
                CssCallbackClient client = clientOf(css)) {
            CallbackTemplate template = client.createTemplate(TemplateSpec.named("rooms")
                    .notifyUrl(EventType.STREAM_BEGIN, hooks)
                    .callbackKey(KEY)
                    .build());
            client.bind("push.example.com", "live", template.id());

            SimulatedStream tooEarly = css.push("push.example.com", "live", "room-1");
            assertThat(tooEarly.beginEvent().state()).isEqualTo(DeliveryState.NOT_SENT);

            css.advance(Duration.ofMinutes(10));
            css.push("push.example.com", "live", "room-2");
            assertThat(board.online()).containsExactly("room-2");
        }
    }

    private static CssCallbackClient clientOf(CssSimulator css) {
        return CssCallbackClient.builder()
                .endpoint(Endpoint.of(css.api().endpoint()))
                .site(css.api().site())
                .credentials(CredentialsProvider.of(
                        Credentials.of(css.api().secretId(), css.api().secretKey())))
                .build();
    }
}
