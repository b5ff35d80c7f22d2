package io.github.csscallback.receiver.internal.read;

import org.jspecify.annotations.Nullable;

/**
 * The layouts of objects that were read before. What is learned from a packet is nothing but its names, and whoever sends
 * packets with ever new ones only makes this begin anew: it costs time and never changes what is read.
 *
 * <p>Safe for use by several threads; only learning takes a lock.
 */
final class Layouts {

    /** Three times what all documented kinds need in one order each. */
    private static final int MOST_STEPS = 2048;

    private static final int LONGEST_NAME = 64;

    private volatile LayoutStep packets = LayoutStep.start();
    private volatile LayoutStep inner = LayoutStep.start();
    private int steps;

    /** Where the way through the names of an object begins: the packet, or one inside it. */
    LayoutStep start(boolean isPacket) {
        return isPacket ? packets : inner;
    }

    /** Remembers the names of an object, none of which stands twice; gives its layout, or null if it is too large. */
    @Nullable
    Layout learn(Tape tape, int object) {
        Layout layout = Layout.of(tape, object);
        if (layout != null) {
            learn(tape, object, layout);
        }
        return layout;
    }

    private synchronized void learn(Tape tape, int object, Layout layout) {
        LayoutStep step = start(object == 0);
        String separator = "";
        for (int at = tape.first(object); at >= 0; at = tape.next(at)) {
            LayoutStep next = step.after(tape, at);
            if (next == null) {
                String name = tape.name(at);
                if (name.length() > LONGEST_NAME || !isWrittenAsItIs(name)) {
                    return;
                }
                if (steps == MOST_STEPS || step.hasManyAlternatives()) {
                    beginAnew();
                    return;
                }
                next = step.add(separator, name, tape.nameNumber(at));
                steps++;
            }
            step = next;
            separator = ",";
        }
        step.endsHere(layout);
    }

    private void beginAnew() {
        packets = LayoutStep.start();
        inner = LayoutStep.start();
        steps = 0;
    }

    /** Whether a name is of ASCII and stands in JSON without escapes. */
    private static boolean isWrittenAsItIs(String name) {
        return name.chars().allMatch(c -> c >= ' ' && c <= '~' && c != '"' && c != '\\');
    }
}
