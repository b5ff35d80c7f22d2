package io.github.csscallback.receiver.internal.read;

import io.github.csscallback.core.internal.EightBytes;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One name of objects that were read before, after certain others: a step on the way through their names. The bytes from
 * the comma before a name to the colon behind it are nearly always written alike, so the next step is found by comparing
 * some eight bytes at a time, where reading a name would mean to find its end and look it up.
 *
 * <p>Only {@link Layouts} adds steps. Safe for use by several threads: whoever does not see a new step yet takes the long
 * way.
 */
final class LayoutStep {

    private static final int EIGHT = Long.BYTES;
    private static final int MOST_ALTERNATIVES = 64;

    private final String name;
    /** Of the name, negative if it is not a known one. */
    private final int number;

    /** How many bytes stand before the name. */
    private final int before;

    /** Of the bytes that are compared. */
    private final int length;
    /** What is compared, eight bytes in each; of the last those that {@link #lastOnes} has. */
    private final long[] eights;

    private final long lastOnes;

    /** Another name at the same place, or null. */
    private final @Nullable LayoutStep alternative;
    /** How many there are at this place. */
    private final int alternatives;

    // Not volatile: what they lead to is immutable, or only ever grows, and who does not see it yet takes the long way.
    private @Nullable LayoutStep next;
    private @Nullable Layout layout;

    private LayoutStep(String separator, String name, int number, @Nullable LayoutStep alternative) {
        byte[] bytes = (separator + '"' + name + "\":").getBytes(StandardCharsets.US_ASCII);
        this.name = name;
        this.number = number;
        this.before = separator.length() + 1;
        this.length = bytes.length;
        this.eights = new long[(length + EIGHT - 1) / EIGHT];
        for (int i = 0; i < eights.length; i++) {
            eights[i] = EightBytes.padded(bytes, EIGHT * i);
        }
        this.lastOnes = -1L >>> (EIGHT * (EIGHT * eights.length - length));
        this.alternative = alternative;
        this.alternatives = alternative == null ? 1 : alternative.alternatives + 1;
    }

    /** Before the first name of any object. */
    static LayoutStep start() {
        return new LayoutStep("", "", KnownNames.UNKNOWN, null);
    }

    /** The step of a member whose separator and name stand here without any blank, or null. */
    @Nullable
    LayoutStep after(byte[] source, int at) {
        LayoutStep step = next;
        while (step != null && !step.standsAt(source, at)) {
            step = step.alternative;
        }
        return step;
    }

    private boolean standsAt(byte[] source, int at) {
        int last = eights.length - 1;
        if (at + EIGHT * last > source.length - EIGHT) {
            return false; // so near to the end of a packet nothing is gained
        }
        for (int i = 0; i < last; i++) {
            if (EightBytes.at(source, at + EIGHT * i) != eights[i]) {
                return false;
            }
        }
        return ((EightBytes.at(source, at + EIGHT * last) ^ eights[last]) & lastOnes) == 0;
    }

    /** The step of a known name that is given by its number, or null. */
    @Nullable
    LayoutStep after(int nextNumber) {
        LayoutStep step = next;
        while (step != null && step.number != nextNumber) {
            step = step.alternative;
        }
        return step;
    }

    /** The step of a name that stands on a tape, or null. */
    @Nullable
    LayoutStep after(Tape tape, int member) {
        LayoutStep step = next;
        while (step != null && !tape.isNamed(member, step.number, step.name)) {
            step = step.alternative;
        }
        return step;
    }

    /** Whether so many names are known to follow that one more would not be worth it. */
    boolean hasManyAlternatives() {
        return next != null && next.alternatives == MOST_ALTERNATIVES;
    }

    /** Adds a step that is not there yet. For one thread at a time. */
    LayoutStep add(String separator, String nextName, int nextNumber) {
        LayoutStep added = new LayoutStep(separator, nextName, nextNumber, next);
        next = added;
        return added;
    }

    /** Where the value begins of a member whose separator stands here. */
    int behind(int at) {
        return at + length;
    }

    /** The tape's note of the name of a member whose separator stands here. */
    int name(int at) {
        return number < 0 ? Tape.unknownName(at + before) : number;
    }

    /** The layout of objects that end here, or null if none did. */
    @Nullable
    Layout layout() {
        return layout;
    }

    void endsHere(Layout whole) {
        layout = whole;
    }
}
