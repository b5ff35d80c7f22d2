package io.github.csscallback.testkit.simulator;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong with one delivery. Give one or several to {@link CssSimulator#nextFaults}: they combine, but
 * for those that contradict each other (two keys, two cuts, a signature both kept and renewed), which are refused.
 *
 * <p>Faults of a single attempt (duplicate, the keys, the mangled body, the cuts, slow sending) strike the first attempt,
 * unless {@link #onEveryAttempt()} or {@link #onAttempts(int)} says otherwise; the retries are then as they should be. The
 * other faults are about the delivery as a whole.
 *
 * <p>Immutable, compared by value, and printable: {@link #toString()} reads as the call that makes it.
 */
public final class Fault {

    private static final int EVERY = Integer.MAX_VALUE;
    private static final Duration LONGEST = Duration.ofDays(7);

    private final FaultKind kind;
    private final Duration time;
    private final int attempts;

    private Fault(FaultKind kind, Duration time, int attempts) {
        this.kind = kind;
        this.time = time;
        this.attempts = attempts;
    }

    private static Fault of(FaultKind kind) {
        return new Fault(kind, Duration.ZERO, 1);
    }

    private static Fault of(FaultKind kind, Duration time) {
        Objects.requireNonNull(time, "time");
        if (time.isNegative() || time.isZero() || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "the time of " + kind.word() + " must be positive and at most 7 days, not " + time);
        }
        return new Fault(kind, time, 1);
    }

    /**
     * The packet comes once more, byte for byte, when its attempt is over. The second answer decides nothing.
     *
     * @return the fault
     */
    public static Fault duplicate() {
        return of(FaultKind.DUPLICATE);
    }

    /**
     * The event goes out only after the first attempt of the delivery that is sent next; alone, a minute later, if none
     * is sent by then.
     *
     * @return the fault
     */
    public static Fault reordered() {
        return of(FaultKind.REORDERED);
    }

    /**
     * The packet is signed when its event happens and goes out so much later; held back longer than the validity (10
     * minutes) it comes after its {@code t}. Retries are on time again: they follow from the late attempt, signed as the
     * simulator signs retries.
     *
     * @param time for how long, in the simulator's time
     * @return the fault
     * @throws IllegalArgumentException if it is not positive, or longer than 7 days
     */
    public static Fault heldBack(Duration time) {
        return of(FaultKind.HELD_BACK, time);
    }

    /**
     * Retries carry the {@code t} and {@code sign} of the first attempt; also a wrong key's.
     *
     * @return the fault
     */
    public static Fault signatureKept() {
        return of(FaultKind.SIGNATURE_KEPT);
    }

    /**
     * Retries carry a {@code t} and {@code sign} of their own.
     *
     * @return the fault
     */
    public static Fault signatureRenewed() {
        return of(FaultKind.SIGNATURE_RENEWED);
    }

    /**
     * The packet is signed with a made-up key, as a forger would; also one that CSS would not sign at all.
     *
     * @return the fault
     */
    public static Fault wrongKey() {
        return of(FaultKind.WRONG_KEY);
    }

    /**
     * The packet is signed with the key that the template had before its last change, or the template before it that
     * {@link CssSimulator#bind} replaced, as an edge does that has not heard of it. Does nothing if there was no other key.
     *
     * @return the fault
     */
    public static Fault oldKey() {
        return of(FaultKind.OLD_KEY);
    }

    /**
     * One byte of the body is wrong: its first, so that it is no JSON, or one in the value of {@code t} or {@code sign}, so
     * that the signature does not hold. No receiver may take such a packet for an event. (Other bytes are left alone: the
     * signature does not cover them, so a receiver could not know.)
     *
     * @return the fault
     */
    public static Fault mangledBody() {
        return of(FaultKind.MANGLED_BODY);
    }

    /**
     * The connection ends when half of the body is sent.
     *
     * @return the fault
     */
    public static Fault cutInRequest() {
        return of(FaultKind.CUT_IN_REQUEST);
    }

    /**
     * The request is sent whole, then CSS ends its side of the connection and resets it as soon as an answer comes. The
     * receiver may well have handled the event; CSS does not know.
     *
     * @return the fault
     */
    public static Fault cutBeforeAnswer() {
        return of(FaultKind.CUT_BEFORE_ANSWER);
    }

    /**
     * The receiver answers, and its answer is lost on the way: the attempt fails whatever the status was.
     *
     * @return the fault
     */
    public static Fault cutAfterAnswer() {
        return of(FaultKind.CUT_AFTER_ANSWER);
    }

    /**
     * The body comes in up to 20 pieces over some time. The time limit for the answer is longer by as much.
     *
     * @param time for how long, in real time also where the simulator's is simulated
     * @return the fault
     * @throws IllegalArgumentException if it is not positive, or longer than 7 days
     */
    public static Fault slowSending(Duration time) {
        return of(FaultKind.SLOW_SENDING, time);
    }

    /**
     * The same on every attempt of the delivery.
     *
     * @return the fault
     * @throws IllegalStateException if it is not about single attempts
     */
    public Fault onEveryAttempt() {
        return during(EVERY);
    }

    /**
     * The same on some attempts of the delivery.
     *
     * @param first how many, counted from the first; at least 1
     * @return the fault
     * @throws IllegalArgumentException if it is less than 1
     * @throws IllegalStateException if it is not about single attempts
     */
    public Fault onAttempts(int first) {
        if (first < 1) {
            throw new IllegalArgumentException("a fault strikes at least the first attempt, so not " + first);
        }
        return during(first);
    }

    private Fault during(int first) {
        if (kind.scope() == FaultKind.Scope.DELIVERY) {
            throw new IllegalStateException(kind.word() + " is about a delivery as a whole, not about its attempts");
        }
        return new Fault(kind, time, first);
    }

    FaultKind kind() {
        return kind;
    }

    /** How long, for those with a time; else zero. */
    Duration time() {
        return time;
    }

    /** Whether it strikes an attempt, counted from 1. */
    boolean strikes(int attempt) {
        return attempt <= attempts;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Fault that && kind == that.kind && attempts == that.attempts && time.equals(that.time);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, time, attempts);
    }

    /**
     * The call that makes it.
     *
     * @return for example {@code heldBack(PT20M)} or {@code wrongKey().onAttempts(3)}
     */
    @Override
    public String toString() {
        String call = kind.word() + (time.isZero() ? "()" : "(" + time + ")");
        if (attempts == EVERY) {
            return call + ".onEveryAttempt()";
        }
        return attempts == 1 ? call : String.format(Locale.ROOT, "%s.onAttempts(%d)", call, attempts);
    }
}
