package io.github.csscallback.core.event;

import io.github.csscallback.core.field.Fields;
import io.github.csscallback.core.internal.RecordText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event of a type that this version of the SDK does not know. CSS adds types without notice; such an event is
 * verified like any other, and {@link #fields()} gives access to all of it.
 *
 * @param type the number that the packet gave
 * @param liveStream the stream, read under the names that the known types use
 * @param occurredAt always null: which member holds the time, and in which unit, differs by type
 * @param fields all members of the packet
 */
public record UnknownEvent(
        EventType type, LiveStream liveStream, @Nullable Instant occurredAt, Fields fields) implements CallbackEvent {

    static UnknownEvent from(EventType type, Fields f) {
        return new UnknownEvent(
                type,
                new LiveStream(
                        f.plain().text(f.contains("domain") ? "domain" : "app"),
                        f.plain().text(f.contains("path") ? "path" : "appname"),
                        f.plain().text(f.contains("stream_id") ? "stream_id" : "streamId")),
                null,
                f.plain());
    }

    @Override
    public String toString() {
        return RecordText.of(this);
    }
}
