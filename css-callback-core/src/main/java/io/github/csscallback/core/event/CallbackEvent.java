package io.github.csscallback.core.event;

import io.github.csscallback.core.field.Fields;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a callback packet says: one of the event records of this package, or {@link UnknownEvent}.
 *
 * <p>Only this SDK implements it. It is not sealed on purpose: an exhaustive {@code switch} in an application would throw
 * when an upgrade brings a new event type, and the event would be lost. Write a {@code default}.
 *
 * <p>Every member of a packet may be missing. Its component is then null, or an empty list; lists are never
 * null. What was there but had another form is missing too, and is named in the delivery's problems.
 *
 * <p>Events are immutable and safe for use by several threads. New types and new record components come with minor
 * releases; the records' constructors are not API. Two events are equal if all their members are, but for {@code t}
 * and {@code sign}. {@code toString()} has the record's components on one line, credentials hidden, and of {@link #fields()}
 * the names only: an unknown member may be a secret.
 */
public interface CallbackEvent {

    /**
     * The type of this event.
     *
     * @return the kind, never null
     */
    EventType type();

    /**
     * The stream it is about.
     *
     * @return domain, path and stream name as far as the packet has them; never null
     */
    LiveStream liveStream();

    /**
     * When it happened, by the clock of CSS. Events are neither ordered nor delivered once: do not sort out repeats by
     * it.
     *
     * @return the time that the packet gives for the event, or null if it gives none
     */
    @Nullable
    Instant occurredAt();

    /**
     * All members of the packet, also those that this version of the SDK does not know.
     *
     * @return the members, never null
     */
    Fields fields();
}
