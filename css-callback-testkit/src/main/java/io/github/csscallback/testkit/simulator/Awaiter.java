package io.github.csscallback.testkit.simulator;

import io.github.csscallback.core.event.EventType;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Waits, in real time and without polling, until something is so: each attempt and each delivery that begins or ends wakes
 * it to look again. It moves no clock; in simulated time {@link CssSimulator#advance} does, and what falls due by that is
 * done when it returns, so waiting is for what other threads cause.
 *
 * <p>What does not come about in time, or cannot any more, is an {@link AssertionError} that says what was waited for and
 * {@linkplain CssSimulator#report() what did happen}. Immutable and safe for use by several threads.
 */
public final class Awaiter {

    static final Duration DEFAULT = Duration.ofSeconds(10);

    /** What nanoseconds can count. */
    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

    private final CssSimulator css;
    private final DeliveryHistory history;
    private final boolean simulatedTime;
    private final Duration atMost;

    Awaiter(CssSimulator css, DeliveryHistory history, boolean simulatedTime, Duration atMost) {
        this.css = css;
        this.history = history;
        this.simulatedTime = simulatedTime;
        this.atMost = atMost;
    }

    /**
     * How long to wait; 10 seconds if not given.
     *
     * @param realTime zero or more
     * @return the same with this limit
     * @throws IllegalArgumentException if it is negative
     */
    public Awaiter atMost(Duration realTime) {
        if (realTime.isNegative()) {
            throw new IllegalArgumentException("the time to wait must not be negative: " + realTime);
        }
        return new Awaiter(css, history, simulatedTime, realTime);
    }

    /**
     * Waits until a delivery is acknowledged.
     *
     * @param event the event
     * @return the delivery
     * @throws AssertionError if it is not, or is given up or was never sent
     */
    public SimulatedEvent acknowledged(SimulatedEvent event) {
        return ended(event, DeliveryState.ACKNOWLEDGED);
    }

    /**
     * Waits until a delivery is given up.
     *
     * @param event the event
     * @return the delivery
     * @throws AssertionError if it is not, or is acknowledged or was never sent
     */
    public SimulatedEvent givenUp(SimulatedEvent event) {
        return ended(event, DeliveryState.GIVEN_UP);
    }

    private SimulatedEvent ended(SimulatedEvent event, DeliveryState wanted) {
        String what = "event " + event.number() + " to be " + wanted;
        await(what, () -> event.state() != DeliveryState.PENDING);
        if (event.state() != wanted) {
            throw failure(what, "but it is " + event.state());
        }
        return event;
    }

    /**
     * Waits until so many attempts were made, of all deliveries together, duplicates included.
     *
     * @param number at least so many
     * @return all attempts made so far
     * @throws AssertionError if there are fewer
     */
    public List<DeliveryAttempt> attempts(int number) {
        await(number + " attempts", () -> history.attempts().size() >= number);
        return history.attempts();
    }

    /**
     * Waits until so many attempts were made for events of a kind, duplicates included.
     *
     * @param type which kind
     * @param number at least so many
     * @return all attempts for the kind made so far
     * @throws AssertionError if there are fewer
     */
    public List<DeliveryAttempt> attempts(EventType type, int number) {
        await(number + " attempts of " + type, () -> of(type).size() >= number);
        return of(type);
    }

    private List<DeliveryAttempt> of(EventType type) {
        return history.attempts().stream()
                .filter(attempt -> attempt.type().equals(type))
                .toList();
    }

    /**
     * Waits until no delivery is pending.
     *
     * @throws AssertionError if some are
     */
    public void settled() {
        await("all events to be acknowledged or given up", history::isSettled);
    }

    /**
     * Waits until something of yours is so. It is asked now and after each change of a event, on this thread.
     *
     * @param what what is waited for, for the error
     * @param condition whether it is so; what it throws comes out of this call
     * @throws AssertionError if it is not
     */
    public void until(String what, Predicate<CssSimulator> condition) {
        Objects.requireNonNull(condition, "condition");
        await(what, () -> condition.test(css));
    }

    private void await(String what, BooleanSupplier condition) {
        long left = atMost.compareTo(LONGEST) < 0 ? atMost.toNanos() : Long.MAX_VALUE;
        while (true) {
            long seen = history.version();
            if (condition.getAsBoolean()) {
                return;
            }
            if (left <= 0) {
                throw failure(
                        what,
                        "in vain, for " + atMost
                                + (simulatedTime
                                        ? "; time is simulated and stands still unless advance(...) moves it"
                                        : ""));
            }
            try {
                left = history.awaitAfter(seen, left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                AssertionError error = failure(what, "until this thread was interrupted");
                error.initCause(e);
                throw error;
            }
        }
    }

    private AssertionError failure(String what, String how) {
        return new AssertionError("waited for " + what + ", " + how + "\n" + css.report());
    }
}
