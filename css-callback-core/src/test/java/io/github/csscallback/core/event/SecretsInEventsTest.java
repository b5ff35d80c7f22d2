package io.github.csscallback.core.event;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.core.field.SecretText;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SecretsInEventsTest {

    static List<EventType> everyType() {
        return EventType.known();
    }

    /** Every member that is known to carry credentials, in a packet of any type. */
    private static String packetFullOfSecrets(int eventType) {
        return String.format(Locale.ROOT, """
                {"event_type": %d, "sign": "5ecre7", "t": 1754623810,
                 "stream_param": "txSecret=5ecre7&txTime=5DEBEC80",
                 "to_url": "rtmp://a/live/b?txSecret=5ecre7",
                 "source_urls": "[\\"http://a/b?key=5ecre7\\"]\\n",
                 "callback_url": "https://a/5ecre7",
                 "msg": "{\\"url\\":\\"http://a/b?key=5ecre7\\",\\"index\\":0}"}
                """, eventType);
    }

    @ParameterizedTest
    @MethodSource("everyType")
    void noEventPrintsASecret(EventType type) {
        CallbackEvent event = Packet.decode(packetFullOfSecrets(type.number())).event();
        assertThat(event).isInstanceOf(type.eventClass());
        assertThat(event.toString()).startsWith(type.recordName()).doesNotContain("5ecre7");
    }

    @Test
    void anUnknownEventPrintsNoSecret() {
        assertThat(Packet.decode(packetFullOfSecrets(999)).event().toString())
                .contains("stream_param")
                .doesNotContain("5ecre7");
    }

    @ParameterizedTest
    @MethodSource("everyType")
    void noEventForgesALineOfALog(EventType type) {
        CallbackEvent event = Packet.decode("{\"event_type\":" + type.number()
                        + ",\"stream_id\":\"a\\nWARN forged\\u001b[2J\",\"errmsg\":\"b\\r\\nc\\u2028\",\"d\\n\":1}")
                .event();
        assertThat(event.toString() + event.liveStream() + event.fields())
                .startsWith(type.recordName() + "[")
                .doesNotContainPattern("[\\p{Cntrl}\u2028]");
        if (event.liveStream().streamName() != null) {
            assertThat(event.toString()).contains("a\\nWARN forged\\u001");
        }
    }

    @Test
    void anUnknownEventForgesNoLineOfALog() {
        CallbackEvent event = Packet.decode("{\"event_type\":999,\"stream_id\":\"a\\nb\",\"c\\n\":1}")
                .event();
        assertThat(event.toString()).contains("a\\nb", "c\\n").doesNotContainPattern("\\p{Cntrl}");
    }

    @Test
    void whoAsksForASecretGetsIt() {
        RelayEvent relay = Packet.decode(RelayEvent.class, packetFullOfSecrets(314));
        assertThat(relay.toUrl()).isEqualTo(SecretText.of("rtmp://a/live/b?txSecret=5ecre7"));
        assertThat(relay.sourceUrls()).extracting(SecretText::reveal).containsExactly("http://a/b?key=5ecre7");
        assertThat(relay.callbackUrl()).isEqualTo(SecretText.of("https://a/5ecre7"));
        assertThat(requireNonNull(relay.msg()).url()).isEqualTo(SecretText.of("http://a/b?key=5ecre7"));
        assertThat(Packet.decode(StreamBeginEvent.class, packetFullOfSecrets(1)).streamParam())
                .isEqualTo(SecretText.of("txSecret=5ecre7&txTime=5DEBEC80"));
    }

    @Test
    void aSecretTextKeepsItsTextToItself() {
        SecretText secret = SecretText.of("txSecret=5ecre7");
        assertThat(secret).hasToString("***");
        assertThat(secret.reveal()).isEqualTo("txSecret=5ecre7");
        assertThat(secret.isEmpty()).isFalse();
        assertThat(SecretText.of("").isEmpty()).isTrue();
        assertThat(secret)
                .isEqualTo(SecretText.of("txSecret=5ecre7"))
                .hasSameHashCodeAs(SecretText.of("txSecret=5ecre7"));
        assertThat(secret).isNotEqualTo(SecretText.of("txSecret=5ecre8")).isNotEqualTo("txSecret=5ecre7");
    }
}
