package io.github.csscallback.testkit.internal.account;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

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
        changes.add(new Change<>(value, madeAt, begin(madeAt, delay)));
    }

    /** Adds what follows from what holds until then; something must be there. */
    void follow(UnaryOperator<T> next, Instant madeAt, Duration delay) {
        Instant from = begin(madeAt, delay);
        changes.add(new Change<>(next.apply(last().value()), madeAt, from));
    }

    /** From when a new change holds; one that would have begun to hold then, and never will, is taken away. */
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

    /** What does not hold yet, in order. */
    List<Change<T>> after(Instant time) {
        return changes.stream().filter(change -> !change.holdsAt(time)).toList();
    }

    /** What holds now or is going to. */
    List<T> values() {
        return changes.stream().map(Change::value).toList();
    }

    /** Forgets what no longer holds. */
    void forgetUntil(Instant time) {
        at(time).ifPresent(holding ->
                changes.subList(0, changes.lastIndexOf(holding)).clear());
    }
}
