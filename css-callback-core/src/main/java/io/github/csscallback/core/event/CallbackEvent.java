package io.github.csscallback.core.event;

import io.github.csscallback.core.field.Fields;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The content of a callback packet: one of the event records of this package, or {@link UnknownEvent}.
 *
 * <p>Only this SDK implements it. It is not sealed on purpose: an exhaustive {@code switch} in an application would
 * throw when an upgrade brings a new event type, and the event would be lost. Write a {@code default}.
 *
 * <p>Every member of a packet may be missing. Its component is then null, or an empty list; lists are never null. What
 * was there but had another form is missing too, and is named in the delivery's problems.
 *
 * <p>Events are immutable and safe for use by several threads. New types and new record components come with minor
 * releases; the records' constructors are not API. Two events are equal if all their members are, but for {@code t} and
 * {@code sign}. {@code toString()} has the record's components on one line, credentials hidden, and of {@link
 * #fields()} the names only: an unknown member may be a secret.
 */
public interface CallbackEvent {

    /** Returns the type of this event. */
    EventType type();

    /**
     * Returns the stream that the event is about: push domain, app name and stream name, each as far as the packet has
     * it.
     */
    LiveStream liveStream();

    /**
     * When it happened, by the clock of CSS. Events are neither ordered nor delivered once: do not detect duplicates by
     * it.
     *
     * @return the time that the packet gives for the event, or null if it gives none
     */
    @Nullable
    Instant occurredAt();

    /** Returns all members of the packet, also those that this version of the SDK does not know. */
    Fields fields();
}
