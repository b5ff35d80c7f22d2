package io.github.csscallback.core.event;

import io.github.csscallback.core.event.relay.RelayCallbackEvent;
import io.github.csscallback.core.event.relay.RelayMessage;
import io.github.csscallback.core.field.Fields;
import io.github.csscallback.core.field.SecretText;
import io.github.csscallback.core.internal.RecordText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A relay task (pull and push) reports a change: event type 314, to the address in the task itself.
 *
 * <p><b>Carries no signature</b>: anybody who knows the address can make one. For an on-demand source CSS sends
 * TaskStart, then VodSourceFileStart, then VodSourceFileFinish; order is not guaranteed even so.
 *
 * @param interfaceName {@code interface}, constantly {@code general_callback}
 * @param productName {@code product_name}, constantly {@code pullpush}
 * @param appId {@code appid}, also read as {@code appId}: the account
 * @param callbackEvent {@code callback_event}, what happened
 * @param taskId {@code task_id}, the relay task; missing in the sample of TaskExit
 * @param streamId {@code stream_id}, the stream name; empty in older samples, missing in that of TaskExit
 * @param sourceUrls {@code source_urls}, a JSON array in a text: the sources, perhaps with credentials; empty if there
 *     is no such list
 * @param toUrl {@code to_url}, the target with its credentials; missing for TaskExit
 * @param msg {@code msg}, JSON in a text: the members that differ by {@code callbackEvent}
 * @param eventTime {@code event_time}, seconds in a text; since 2025
 * @param callbackUrl {@code callback_url}, the address of this callback, which may hold a secret; in some packets
 * @param fields all members of the packet
 * @see <a href="https://www.tencentcloud.com/document/product/267/42525">Documentation, intl 42525</a>
 */
public record RelayEvent(
        @Nullable String interfaceName,
        @Nullable String productName,
        @Nullable Long appId,
        @Nullable RelayCallbackEvent callbackEvent,
        @Nullable String taskId,
        @Nullable String streamId,
        List<SecretText> sourceUrls,
        @Nullable SecretText toUrl,
        @Nullable RelayMessage msg,
        @Nullable Instant eventTime,
        @Nullable SecretText callbackUrl,
        Fields fields)
        implements CallbackEvent {

    static RelayEvent from(Fields f) {
        return new RelayEvent(
                f.text("interface"),
                f.text("product_name"),
                f.longNumber(f.either("appid", "appId")),
                f.textAs("callback_event", RelayCallbackEvent::new),
                f.text("task_id"),
                f.text("stream_id"),
                f.embeddedSecrets("source_urls"),
                f.secret("to_url"),
                RelayMessage.from(f.embeddedObject("msg")),
                f.unixSeconds("event_time"),
                f.secret("callback_url"),
                f.plain());
    }

    @Override
    public EventType type() {
        return EventType.RELAY;
    }

    /**
     * Returns the stream name alone: the target's domain and path are part of {@code toUrl}.
     */
    @Override
    public LiveStream liveStream() {
        return new LiveStream(null, null, streamId);
    }

    @Override
    public @Nullable Instant occurredAt() {
        return eventTime;
    }

    @Override
    public String toString() {
        return RecordText.of(this);
    }
}
