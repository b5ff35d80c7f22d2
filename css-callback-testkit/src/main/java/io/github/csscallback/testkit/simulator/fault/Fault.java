package io.github.csscallback.testkit.simulator.fault;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A fault in the delivery of one event, for {@link io.github.csscallback.testkit.simulator.CssSimulator#nextFaults}. Faults
 * of one event combine, except contradictory ones (two keys, two cuts, a signature both kept and renewed), which are
 * rejected.
 *
 * <p>Faults of single attempts (duplicate, wrong or old key, mangled body, cuts, slow sending) affect the first attempt,
 * unless {@link #onEveryAttempt()} or {@link #onAttempts(int)} changes that; the retries are then correct. The other faults
 * affect the event as a whole.
 *
 * <p>Immutable and compared by value; {@link #toString()} is the expression that makes the fault.
 */
public final class Fault {

    private static final int EVERY = Integer.MAX_VALUE;
    private static final Duration LONGEST = Duration.ofDays(7);

    private final FaultKind kind;
    private final Duration duration;
    private final int attempts;

    private Fault(FaultKind kind, Duration duration, int attempts) {
        this.kind = kind;
        this.duration = duration;
        this.attempts = attempts;
    }

    private static Fault of(FaultKind kind) {
        return new Fault(kind, Duration.ZERO, 1);
    }

    private static Fault of(FaultKind kind, Duration duration) {
        Objects.requireNonNull(duration, "duration");
        if (duration.isNegative() || duration.isZero() || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "the duration of " + kind.factory() + " must be positive and at most 7 days, not " + duration);
        }
        return new Fault(kind, duration, 1);
    }

    /** Sends the packet a second time, byte for byte, after its attempt. The second response is ignored. */
    public static Fault duplicate() {
        return of(FaultKind.DUPLICATE);
    }

    /**
     * Sends the event after the first attempt of the next event; after one minute if there is no other event by then.
     */
    public static Fault reordered() {
        return of(FaultKind.REORDERED);
    }

    /**
     * Signs the packet when the event occurs and sends it later. If that is later than the validity of signatures (10
     * minutes), the packet has expired. Retries follow the late attempt and are signed as usual.
     *
     * @param duration the delay in the simulator's time
     * @throws IllegalArgumentException if it is not positive, or longer than 7 days
     */
    public static Fault heldBack(Duration duration) {
        return of(FaultKind.HELD_BACK, duration);
    }

    /** Sends retries with the {@code t} and {@code sign} of the first attempt, also those of a wrong key. */
    public static Fault signatureKept() {
        return of(FaultKind.SIGNATURE_KEPT);
    }

    /** Signs each retry anew. */
    public static Fault signatureRenewed() {
        return of(FaultKind.SIGNATURE_RENEWED);
    }

    /** Signs the packet with a made-up key, as a forger would; also a packet that CSS would not sign at all. */
    public static Fault wrongKey() {
        return of(FaultKind.WRONG_KEY);
    }

    /**
     * Signs the packet with the previous key: that of the template before its last change, or that of the template that
     * {@link io.github.csscallback.testkit.simulator.CssSimulator#bind} replaced, like an edge server that has not received
     * the change yet. Without a previous key this has no effect.
     */
    public static Fault oldKey() {
        return of(FaultKind.OLD_KEY);
    }

    /**
     * Changes one byte of the body: the first, so that it is not JSON, or one in the value of {@code t} or {@code sign}, so
     * that the signature does not match. Every receiver must reject the packet. (Other bytes are not covered by the
     * signature, so a receiver could not detect the change.)
     */
    public static Fault mangledBody() {
        return of(FaultKind.MANGLED_BODY);
    }

    /** Closes the connection after half of the body. */
    public static Fault cutInRequest() {
        return of(FaultKind.CUT_IN_REQUEST);
    }

    /**
     * Sends the whole request, closes the sending side and resets the connection when a response arrives. The receiver may
     * have handled the event; CSS cannot know.
     */
    public static Fault cutBeforeResponse() {
        return of(FaultKind.CUT_BEFORE_RESPONSE);
    }

    /** Loses the response in transit: the attempt fails whatever its status. */
    public static Fault cutAfterResponse() {
        return of(FaultKind.CUT_AFTER_RESPONSE);
    }

    /**
     * Sends the body in up to 20 pieces over a period. The response timeout is extended by this period.
     *
     * @param duration the period in real time, also where the simulator's time is simulated
     * @throws IllegalArgumentException if it is not positive, or longer than 7 days
     */
    public static Fault slowSending(Duration duration) {
        return of(FaultKind.SLOW_SENDING, duration);
    }

    /**
     * This fault on every attempt.
     *
     * @throws IllegalStateException if the fault affects the event as a whole
     */
    public Fault onEveryAttempt() {
        return onFirst(EVERY);
    }

    /**
     * This fault on the first attempts.
     *
     * @param count the number of attempts, at least 1
     * @throws IllegalArgumentException if it is less than 1
     * @throws IllegalStateException if the fault affects the event as a whole
     */
    public Fault onAttempts(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("count must be at least 1, not " + count);
        }
        return onFirst(count);
    }

    private Fault onFirst(int count) {
        if (!kind.isPerAttempt()) {
            throw new IllegalStateException(kind.factory() + " affects the event as a whole, not single attempts");
        }
        return new Fault(kind, duration, count);
    }

    public FaultKind kind() {
        return kind;
    }

    /** The duration of {@link #heldBack} and {@link #slowSending}; zero for other faults. */
    public Duration duration() {
        return duration;
    }

    /**
     * Whether the fault affects an attempt.
     *
     * @param attempt the number of the attempt, from 1
     */
    public boolean affects(int attempt) {
        return attempt <= attempts;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Fault that
                && kind == that.kind
                && attempts == that.attempts
                && duration.equals(that.duration);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, duration, attempts);
    }

    /** The expression that makes the fault, such as {@code heldBack(PT20M)} or {@code wrongKey().onAttempts(3)}. */
    @Override
    public String toString() {
        String call = kind.factory() + (duration.isZero() ? "()" : "(" + duration + ")");
        if (attempts == EVERY) {
            return call + ".onEveryAttempt()";
        }
        return attempts == 1 ? call : String.format(Locale.ROOT, "%s.onAttempts(%d)", call, attempts);
    }
}
