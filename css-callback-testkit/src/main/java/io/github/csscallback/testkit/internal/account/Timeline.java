package io.github.csscallback.testkit.internal.account;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The values of something over time. A later change never takes effect before an earlier one, since an edge server does
 * not return to an older state. Not safe for use by several threads.
 *
 * @param <T> the type of the values
 */
final class Timeline<T> {

    /** A value, when it was set and when it takes effect. */
    record Change<T>(T value, Instant madeAt, Instant from) {

        boolean holdsAt(Instant time) {
            return !from.isAfter(time);
        }
    }

    private final List<Change<T>> changes = new ArrayList<>();

    void add(T value, Instant madeAt, Duration delay) {
        changes.add(new Change<>(value, madeAt, begin(madeAt, delay)));
    }

    /** Adds a change of the latest value; there must be one. */
    void follow(UnaryOperator<T> next, Instant madeAt, Duration delay) {
        Instant from = begin(madeAt, delay);
        changes.add(new Change<>(next.apply(last().value()), madeAt, from));
    }

    /** Returns when a change takes effect, and removes a change of that very instant, which would never take effect. */
    private Instant begin(Instant madeAt, Duration delay) {
        forgetUntil(madeAt);
        Instant from = madeAt.plus(delay);
        if (changes.isEmpty() || last().from().isBefore(from)) {
            return from;
        }
        from = last().from();
        if (!last().holdsAt(madeAt)) {
            changes.remove(changes.size() - 1);
        }
        return from;
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

    /** The changes that have not taken effect yet, in order. */
    List<Change<T>> after(Instant time) {
        return changes.stream().filter(change -> !change.holdsAt(time)).toList();
    }

    /** The current value and those that have not taken effect yet. */
    List<T> values() {
        return changes.stream().map(Change::value).toList();
    }

    /** Removes the values before the current one. */
    void forgetUntil(Instant time) {
        at(time).ifPresent(holding ->
                changes.subList(0, changes.lastIndexOf(holding)).clear());
    }
}
