package io.github.csscallback.testkit.simulator;

import io.github.csscallback.core.event.EventType;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Waits in real time, without polling, until a condition holds; it is evaluated again after each attempt and whenever
 * an event is emitted or completed. Waiting does not advance simulated time: {@link CssSimulator#advance} does, and
 * everything due is done when it returns, so in simulated time only wait for what other threads cause.
 *
 * <p>If the condition does not hold in time, or cannot hold any more, an {@link AssertionError} names the condition and
 * includes {@link CssSimulator#report()}. Immutable and safe for use by several threads.
 */
public final class Awaiter {

    static final Duration DEFAULT = Duration.ofSeconds(10);

    /** The greatest duration that fits into nanoseconds. */
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
     * Sets the timeout; by default 10 seconds.
     *
     * @param realTime zero or more
     * @throws IllegalArgumentException if it is negative
     */
    public Awaiter atMost(Duration realTime) {
        if (realTime.isNegative()) {
            throw new IllegalArgumentException("the time to wait must not be negative: " + realTime);
        }
        return new Awaiter(css, history, simulatedTime, realTime);
    }

    /**
     * Waits until an event is acknowledged and returns it.
     *
     * @throws AssertionError if that does not happen in time, or the event is given up or was not sent
     */
    public SimulatedEvent acknowledged(SimulatedEvent event) {
        return ended(event, DeliveryState.ACKNOWLEDGED);
    }

    /**
     * Waits until an event is given up and returns it.
     *
     * @throws AssertionError if that does not happen in time, or the event is acknowledged or was not sent
     */
    public SimulatedEvent givenUp(SimulatedEvent event) {
        return ended(event, DeliveryState.GIVEN_UP);
    }

    private SimulatedEvent ended(SimulatedEvent event, DeliveryState wanted) {
        String description = "event " + event.number() + " to be " + wanted;
        await(description, () -> event.state() != DeliveryState.PENDING);
        if (event.state() != wanted) {
            throw failure(description, "but it is " + event.state());
        }
        return event;
    }

    /**
     * Waits for a number of attempts of all events together, duplicates included.
     *
     * @param number the least number
     * @return all attempts so far
     * @throws AssertionError if there are fewer
     */
    public List<DeliveryAttempt> attempts(int number) {
        await(number + " attempts", () -> history.attempts().size() >= number);
        return history.attempts();
    }

    /**
     * Waits for a number of attempts of events of one type, duplicates included.
     *
     * @param type the event type
     * @param number the least number
     * @return all attempts of the type so far
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
     * Waits until no event is pending.
     *
     * @throws AssertionError if some still are
     */
    public void settled() {
        await("all events to be acknowledged or given up", history::isSettled);
    }

    /**
     * Waits for a condition of your own. It is evaluated at once and after each change of an event, on this thread.
     *
     * @param description describes the condition in the error message
     * @param condition the condition; its exceptions are propagated
     * @throws AssertionError if it does not hold in time
     */
    public void until(String description, Predicate<CssSimulator> condition) {
        Objects.requireNonNull(condition, "condition");
        await(description, () -> condition.test(css));
    }

    private void await(String description, BooleanSupplier condition) {
        long left = atMost.compareTo(LONGEST) < 0 ? atMost.toNanos() : Long.MAX_VALUE;
        while (true) {
            long seen = history.version();
            if (condition.getAsBoolean()) {
                return;
            }
            if (left <= 0) {
                throw failure(
                        description,
                        "in vain, for " + atMost
                                + (simulatedTime
                                        ? "; time is simulated and stands still unless advance(...) moves it"
                                        : ""));
            }
            try {
                left = history.awaitAfter(seen, left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                AssertionError error = failure(description, "until this thread was interrupted");
                error.initCause(e);
                throw error;
            }
        }
    }

    private AssertionError failure(String description, String how) {
        return new AssertionError("waited for " + description + ", " + how + "\n" + css.report());
    }
}
