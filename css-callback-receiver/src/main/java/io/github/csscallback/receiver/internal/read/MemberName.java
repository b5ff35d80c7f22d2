package io.github.csscallback.receiver.internal.read;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How a {@link Tape} holds the name of a member in 32 bits: the number of a known name ({@link KnownNames}), else the
 * position of its first byte and whether it has escapes. A known name has its number however it is written.
 */
final class MemberName {

    /** For values without a name. */
    static final int NONE = Integer.MIN_VALUE;

    private static final int ESCAPED = 1 << Cell.POSITION_BITS;

    private MemberName() {}

    static int unknown(int start, boolean isEscaped) {
        return NONE | (isEscaped ? ESCAPED : 0) | start;
    }

    static boolean isKnown(int name) {
        return name >= 0;
    }

    private static boolean isEscaped(int name) {
        return (name & ESCAPED) != 0;
    }

    private static int start(int name) {
        return name & ESCAPED - 1;
    }

    /** The quote behind an unknown name. */
    private static int end(byte[] source, int name) {
        int at = start(name);
        while (source[at] != '"') {
            at += source[at] == '\\' ? 2 : 1;
        }
        return at;
    }

    static String text(byte[] source, int name) {
        if (isKnown(name)) {
            return KnownNames.name(name);
        }
        int start = start(name);
        int end = end(source, name);
        return isEscaped(name)
                ? Escapes.decode(source, start, end)
                : new String(source, start, end - start, StandardCharsets.UTF_8);
    }

    /** A hash that equal names share. For unknown names it depends on a seed, so that nobody can choose colliding ones. */
    static int hash(byte[] source, int name, int seed) {
        if (isKnown(name)) {
            return name;
        }
        int start = start(name);
        int end = end(source, name);
        return isEscaped(name) ? hash(Escapes.resolve(source, start, end), seed) : hash(source, start, end, seed);
    }

    private static int hash(byte[] resolved, int seed) {
        return hash(resolved, 0, resolved.length, seed);
    }

    private static int hash(byte[] source, int start, int end, int seed) {
        int hash = seed;
        for (int i = start; i < end; i++) {
            hash = (hash ^ source[i]) * 0x85EB_CA6B;
            hash ^= hash >>> 15;
        }
        return hash;
    }

    static boolean areEqual(byte[] source, int one, int other) {
        if (isKnown(one) || isKnown(other)) {
            return one == other;
        }
        int start = start(one);
        int end = end(source, one);
        int otherStart = start(other);
        int otherEnd = end(source, other);
        return (isEscaped(one) || isEscaped(other))
                ? Arrays.equals(Escapes.resolve(source, start, end), Escapes.resolve(source, otherStart, otherEnd))
                : Arrays.equals(source, start, end, source, otherStart, otherEnd);
    }
}
