package io.github.csscallback.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.signature.CallbackKeys;
import io.github.csscallback.testsupport.SettableClock;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is rejected before a packet is read, and what is not looked at. */
class RequestPrecheckTest {

    private static final byte[] PACKET = TestPacket.genuine("1").bytes();

    private final List<Delivery<?>> handled = new ArrayList<>();
    private final RecordingListener listener = new RecordingListener();
    private final CallbackReceiver receiver = CallbackReceiver.builder()
            .keys(CallbackKeys.of(TestPacket.KEY))
            .clock(SettableClock.at(TestPacket.SENT_AT))
            .listener(listener)
            .maxBodyBytes(PACKET.length)
            .otherwise(handled::add)
            .build();

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "OPTIONS", "post", ""})
    void onlyPostIsTaken(String method) {
        CallbackResponse response = receiver.receive(request().method(method).build());

        assertThat(response.status()).isEqualTo(405);
        assertThat(response.headers()).containsEntry("Allow", "POST");
        assertThat(handled).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br", "identity, gzip"})
    void anEncodedBodyIsRejected(String encoding) {
        assertThat(with(Map.of("Content-Encoding", encoding)).status()).isEqualTo(415);
        assertThat(handled).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "Identity", " identity ", "", " "})
    void anEncodingThatIsNoneIsTaken(String encoding) {
        assertThat(with(Map.of("Content-Encoding", encoding)).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "nonsense"})
    void contentTypeIsNotLookedAt(String type) {
        assertThat(with(Map.of("Content-Type", type)).status()).isEqualTo(200);
    }

    @Test
    void aBodyOfTheLargestSizeIsTakenAndOneByteMoreIsNot() {
        byte[] larger = new String(PACKET, StandardCharsets.UTF_8).concat(" ").getBytes(StandardCharsets.UTF_8);

        CallbackResponse response = receiver.receive(request().body(larger).build());
        assertThat(response.status()).isEqualTo(413);
        assertThat(response.outcome().explanation()).contains(Integer.toString(PACKET.length));
        assertThat(handled).isEmpty();
        assertThat(receiver.receive(request().build()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"211", " 5 ", "-1"})
    void anEmptyBodyThatWasAnnouncedWasReadUpstream(String contentLength) {
        CallbackResponse response = receiver.receive(request()
                .headers(Map.of("Content-Length", contentLength)::get)
                .body(new byte[0])
                .build());

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.outcome().explanation()).contains("already read upstream");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", " 0 ", ""})
    void anEmptyBodyThatWasNotAnnouncedIsEmpty(String contentLength) {
        CallbackResponse response = receiver.receive(request()
                .headers(Map.of("Content-Length", contentLength)::get)
                .body(new byte[0])
                .build());

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.outcome().explanation()).isEqualTo("the body is empty");
    }

    @Test
    void theListenerOfARejectionGetsReasonSizeAndPeerOnly() {
        receiver.receive(request().method("GET").remoteAddress("203.0.113.7").build());

        assertThat(listener.rejected).singleElement().satisfies(rejection -> {
            assertThat(rejection.outcome().kind()).isEqualTo(Outcome.Kind.WRONG_METHOD);
            assertThat(rejection.size()).isEqualTo(PACKET.length);
            assertThat(rejection.remoteAddress()).isEqualTo("203.0.113.7");
        });
    }

    @Test
    void aPacketWithoutATypeIsRejectedUnlessItIsAcceptedAndUnsignedIsAllowed() {
        CallbackRequest old = new TestPacket(Map.of())
                .with("img", "https://example.com/1.jpg")
                .withJson("type", "[1]")
                .with("screenshotTime", 1767225600)
                .with("streamId", "stream-1")
                .request();

        assertThat(receiver.receive(old).outcome().kind()).isEqualTo(Outcome.Kind.UNREADABLE);
        assertThat(untyped().build().receive(old).outcome().kind()).isEqualTo(Outcome.Kind.BAD_SIGNATURE);
        List<UnsignedDelivery<?>> taken = new ArrayList<>();
        CallbackReceiver taking =
                untyped().onUnsigned(EventType.of(317), taken::add).build();
        assertThat(taking.receive(old).status()).isEqualTo(200);
        assertThat(taken).hasSize(1);
    }

    private static CallbackReceiver.Builder untyped() {
        return CallbackReceiver.builder()
                .keys(CallbackKeys.of(TestPacket.KEY))
                .clock(SettableClock.at(TestPacket.SENT_AT))
                .acceptUntyped()
                .otherwise(delivery -> {});
    }

    private CallbackResponse with(Map<String, String> headers) {
        return receiver.receive(request().headers(headers::get).build());
    }

    private static CallbackRequest.Builder request() {
        return CallbackRequest.builder().target("/css").body(PACKET.clone());
    }
}
