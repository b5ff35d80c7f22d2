package io.github.csscallback.receiver.internal.read;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The objects and arrays that the reader is inside of, and which names each open object has had. A mask of 64 bits says
 * at once that a name is new; only where its bit is taken are the object's names looked through, and a large object gets a
 * set, so that no packet costs more than its length.
 */
final class OpenContainers {

    private static final int LARGE = 48;

    private final Tape tape;
    private int[] containers = new int[8];
    private long[] masks = new long[8];
    private int[] counts = new int[8];
    private @Nullable Set<String>[] sets = newSets(8);
    private int depth;

    OpenContainers(Tape tape) {
        this.tape = tape;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of sets cannot be made otherwise
    private static @Nullable Set<String>[] newSets(int length) {
        return new Set[length];
    }

    boolean isEmpty() {
        return depth == 0;
    }

    void push(int container) {
        if (depth == containers.length) {
            containers = Arrays.copyOf(containers, 2 * depth);
            masks = Arrays.copyOf(masks, 2 * depth);
            counts = Arrays.copyOf(counts, 2 * depth);
            sets = Arrays.copyOf(sets, 2 * depth);
        }
        containers[depth] = container;
        masks[depth] = 0;
        counts[depth] = 0;
        sets[depth] = null;
        depth++;
    }

    int pop() {
        return containers[--depth];
    }

    /** Notes a name of the innermost object; false if it had that name before. */
    boolean firstOfItsName(String name) {
        int innermost = depth - 1;
        if (++counts[innermost] > LARGE) {
            return setOf(innermost).add(name);
        }
        long bit = 1L << ((name.hashCode() * 0x9E37_79B9) >>> 26);
        boolean taken = (masks[innermost] & bit) != 0;
        masks[innermost] |= bit;
        return !taken || tape.find(containers[innermost] + 1, tape.size(), name) < 0;
    }

    private Set<String> setOf(int innermost) {
        Set<String> names = sets[innermost];
        if (names == null) {
            names = new HashSet<>();
            for (int at = containers[innermost] + 1; at < tape.size(); at = tape.behind(at)) {
                String earlier = tape.name(at);
                if (earlier != null) {
                    names.add(earlier);
                }
            }
            sets[innermost] = names;
        }
        return names;
    }
}
