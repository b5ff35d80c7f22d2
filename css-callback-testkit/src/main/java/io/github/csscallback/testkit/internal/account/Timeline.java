package io.github.csscallback.testkit.internal.account;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What holds from when on. What is added later never holds before what was added earlier: an edge does not go back to an
 * older state. Not for use by several threads.
 *
 * @param <T> what holds
 */
final class Timeline<T> {

    /** One change. */
    record Change<T>(T value, Instant madeAt, Instant from) {

        boolean holdsAt(Instant time) {
            return !from.isAfter(time);
        }
    }

    private final List<Change<T>> changes = new ArrayList<>();

    void add(T value, Instant madeAt, Duration delay) {
        Instant from = madeAt.plus(delay);
        if (!changes.isEmpty() && last().from().isAfter(from)) {
            from = last().from();
        }
        changes.add(new Change<>(value, madeAt, from));
    }

    Change<T> last() {
        return changes.get(changes.size() - 1);
    }

    Optional<Change<T>> at(Instant time) {
        Change<T> holding = null;
        for (Change<T> change : changes) {
            if (change.holdsAt(time)) {
                holding = change;
            }
        }
        return Optional.ofNullable(holding);
    }

    /** What does not hold yet, in order. */
    List<Change<T>> after(Instant time) {
        return changes.stream().filter(change -> !change.holdsAt(time)).toList();
    }

    /** All that holds, or is going to, since the last {@link #forgetUntil}. */
    List<T> values() {
        return changes.stream().map(Change::value).toList();
    }

    /** Forgets what no longer holds. */
    void forgetUntil(Instant time) {
        at(time).ifPresent(
                        holding -> changes.subList(0, changes.indexOf(holding)).clear());
    }
}
