package io.github.csscallback.testkit.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.csscallback.core.event.CallbackEvent;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.event.LiveStream;
import io.github.csscallback.core.event.PushExceptionEvent;
import io.github.csscallback.core.event.StreamBeginEvent;
import io.github.csscallback.core.event.StreamEndEvent;
import io.github.csscallback.receiver.CallbackDecoder;
import io.github.csscallback.testkit.fixture.RawReceiver;
import io.github.csscallback.testkit.fixture.TestAccount;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class StreamsTest {

    private final RawReceiver receiver = RawReceiver.responding(RawReceiver.OK);
    private final CssSimulator css =
            CssSimulator.builder().simulatedTime(TestAccount.NOON).start();

    StreamsTest() {
        TestAccount.bindAll(css, receiver.uri());
    }

    @AfterEach
    void stop() {
        css.close();
        receiver.close();
    }

    private SimulatedStream push(String name) {
        return css.push(TestAccount.DOMAIN, TestAccount.APP, name);
    }

    private <E extends CallbackEvent> E event(int request, Class<E> type) {
        return type.cast(CallbackDecoder.withoutVerification(
                        receiver.requests().get(request).body())
                .event());
    }

    @Test
    void pushAndInterruptionOfASessionShareItsSequence() {
        SimulatedStream stream = push("room-1");
        css.advance(Duration.ofSeconds(90));
        SimulatedEvent ended = stream.interrupt();

        StreamBeginEvent begin = event(0, StreamBeginEvent.class);
        StreamEndEvent end = event(1, StreamEndEvent.class);
        assertThat(begin.sequence()).isEqualTo(stream.sequence()).matches("[0-9]{19}");
        assertThat(end.sequence()).isEqualTo(stream.sequence());
        assertThat(begin.liveStream()).isEqualTo(new LiveStream(TestAccount.DOMAIN, TestAccount.APP, "room-1"));
        assertThat(begin.eventTime()).isEqualTo(TestAccount.NOON);
        assertThat(end.eventTime()).isEqualTo(TestAccount.NOON.plusSeconds(90));
        assertThat(end.pushDuration()).isEqualTo(Duration.ofSeconds(90));
        assertThat(stream.beginEvent().type()).isEqualTo(EventType.STREAM_BEGIN);
        assertThat(ended.type()).isEqualTo(EventType.STREAM_END);
        assertThat(List.of(stream.beginEvent().number(), ended.number())).containsExactly(1L, 2L);
        assertThat(css.events()).containsExactly(stream.beginEvent(), ended);
    }

    @Test
    void aStreamIsLiveUntilItIsInterrupted() {
        SimulatedStream one = push("room-1");
        SimulatedStream two = push("room-2");
        assertThat(css.liveStreams()).containsExactly(one, two);
        assertThat(css.liveStream("room-1")).hasValue(one);
        one.interrupt();

        assertThat(one.isLive()).isFalse();
        assertThat(css.liveStream("room-1")).isEmpty();
        assertThat(css.liveStreams()).containsExactly(two);
        assertThatIllegalStateException().isThrownBy(one::interrupt).withMessageContaining("room-1");
        assertThat(receiver.requests()).hasSize(3);
    }

    @Test
    void everySessionHasItsOwnSequence() {
        SimulatedStream first = push("room-1");
        first.interrupt();

        assertThat(push("room-1").sequence()).isNotEqualTo(first.sequence());
    }

    @Test
    void aPushOfALiveNameSendsTheOldEndAfterTheNewBegin() {
        SimulatedStream old = push("room-1");
        css.advance(Duration.ofSeconds(5));
        SimulatedStream replacing = push("room-1");

        assertThat(old.isLive()).isFalse();
        assertThat(replacing.isLive()).isTrue();
        assertThat(event(1, StreamBeginEvent.class).sequence()).isEqualTo(replacing.sequence());
        StreamEndEvent end = event(2, StreamEndEvent.class);
        assertThat(end.sequence()).isEqualTo(old.sequence());
        assertThat(end.pushDuration()).isEqualTo(Duration.ofSeconds(5));
        assertThat(end.fields().intNumber("errcode")).isEqualTo(21);
        assertThatIllegalStateException().isThrownBy(old::interrupt);
    }

    @Test
    void theSameNameOnAnotherPathIsAnotherStream() {
        css.bind(TestAccount.DOMAIN, "other", TestAccount.template(receiver.uri()));
        SimulatedStream one = push("room-1");
        SimulatedStream two = css.push(TestAccount.DOMAIN, "other", "room-1");

        assertThat(one.isLive()).isTrue();
        assertThat(css.liveStream("room-1")).hasValue(two);
        two.interrupt();
        assertThat(css.liveStream("room-1")).hasValue(one);
    }

    @Test
    void membersOfBeginAndEndCanBeOverridden() {
        SimulatedStream stream = css.push(
                TestAccount.DOMAIN,
                TestAccount.APP,
                "room-1",
                packet -> packet.with("width", 640).without("node"));
        stream.interrupt(packet -> packet.with("errcode", 7));

        assertThat(event(0, StreamBeginEvent.class).fields().intNumber("width")).isEqualTo(640);
        assertThat(event(0, StreamBeginEvent.class).fields().contains("node")).isFalse();
        assertThat(event(1, StreamEndEvent.class).fields().intNumber("errcode")).isEqualTo(7);
    }

    @Test
    void aPushErrorCarriesTheSequenceOfTheLiveStream() {
        SimulatedStream stream = push("room-1");
        stream.send(EventType.PUSH_EXCEPTION);
        css.send(EventType.PUSH_EXCEPTION, TestAccount.DOMAIN, TestAccount.APP, "room-1");
        css.send(EventType.PUSH_EXCEPTION, TestAccount.DOMAIN, TestAccount.APP, "room-2");

        assertThat(event(1, PushExceptionEvent.class).sequence()).isEqualTo(stream.sequence());
        assertThat(event(2, PushExceptionEvent.class).sequence()).isEqualTo(stream.sequence());
        assertThat(event(3, PushExceptionEvent.class).sequence()).isNotEqualTo(stream.sequence());
    }

    @Test
    void sendingABeginOrEndDoesNotChangeTheStream() {
        SimulatedStream stream = push("room-1");
        css.send(EventType.STREAM_END, TestAccount.DOMAIN, TestAccount.APP, "room-1");
        css.send(EventType.STREAM_BEGIN, TestAccount.DOMAIN, TestAccount.APP, "room-2");

        assertThat(stream.isLive()).isTrue();
        assertThat(css.liveStreams()).containsExactly(stream);
        assertThat(event(1, StreamEndEvent.class).sequence()).isNotEqualTo(stream.sequence());
    }

    @Test
    void namesMustNotBeBlank() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> css.push(" ", TestAccount.APP, "room-1"))
                .withMessageContaining("domain");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> css.push(TestAccount.DOMAIN, "", "room-1"))
                .withMessageContaining("app");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> css.send(EventType.RECORD, TestAccount.DOMAIN, TestAccount.APP, ""))
                .withMessageContaining("stream");
        assertThat(css.events()).isEmpty();
    }

    @Test
    @SuppressWarnings("NullAway") // what a careless lambda does
    void aFailingChangeEmitsNoEvent() {
        assertThatNullPointerException()
                .isThrownBy(() -> css.push(TestAccount.DOMAIN, TestAccount.APP, "room-1", packet -> null));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        css.push(TestAccount.DOMAIN, TestAccount.APP, "room-1", packet -> packet.without("no such")));
        SimulatedStream stream = push("room-2");
        assertThatIllegalArgumentException().isThrownBy(() -> stream.interrupt(packet -> packet.without("no such")));

        assertThat(css.liveStreams()).containsExactly(stream);
        assertThat(css.events()).containsExactly(stream.beginEvent());
    }
}
