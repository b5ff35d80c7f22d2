package io.github.csscallback.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.signature.CallbackKeys;
import io.github.csscallback.receiver.CallbackReceiver;
import io.github.csscallback.receiver.CallbackRequest;
import io.github.csscallback.testkit.SamplePackets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ChangingKeysTest {

    private static final CallbackKey OLD = CallbackKey.of("adasda131312");
    private static final CallbackKey NEW = CallbackKey.of("adasda131313");

    private final ChangingKeys keys = new ChangingKeys(CallbackKeys.of(OLD));
    private final CallbackReceiver receiver =
            CallbackReceiver.builder().keys(keys).otherwise(d -> {}).build();

    @Test
    void a_running_receiver_accepts_the_old_key_then_both_then_the_new_one() {
        assertThat(statusOf(EventType.STREAM_BEGIN, OLD)).isEqualTo(200);
        assertThat(statusOf(EventType.RECORD, NEW)).isEqualTo(403);

        keys.replace(CallbackKeys.of(NEW, OLD));
        assertThat(statusOf(EventType.RECORD, OLD)).isEqualTo(200);
        assertThat(statusOf(EventType.SNAPSHOT, NEW)).isEqualTo(200);

        keys.replace(CallbackKeys.of(NEW));
        assertThat(statusOf(EventType.STREAM_END, OLD)).isEqualTo(403);
        assertThat(statusOf(EventType.STREAM_END, NEW)).isEqualTo(200);
    }

    private int statusOf(EventType type, CallbackKey key) {
        return receiver.receive(CallbackRequest.builder()
                        .method("POST")
                        .target("/css")
                        .body(SamplePackets.of(type)
                                .signedWith(key, Instant.now().plusSeconds(600))
                                .bytes())
                        .build())
                .status();
    }
}
