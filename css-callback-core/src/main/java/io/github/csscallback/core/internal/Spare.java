package io.github.csscallback.core.internal;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A tool that every packet needs for a moment and that costs more to make than to use, such as a digest: one is kept at
 * hand, and another is made only when two threads need it at once. Safe for use by several threads.
 *
 * @param <T> the tool; itself for one thread at a time
 */
public final class Spare<T> {

    private final Supplier<T> maker;
    private final AtomicReference<@Nullable T> spare = new AtomicReference<>();

    /**
     * Keeps none at first.
     *
     * @param maker makes one
     */
    public Spare(Supplier<T> maker) {
        this.maker = maker;
    }

    /**
     * A tool for one thread. Give it back when it is as good as new again; if it is not, let it go.
     *
     * @return the tool
     */
    public T take() {
        T taken = spare.getAndSet(null);
        return taken == null ? maker.get() : taken;
    }

    /**
     * Keeps a tool for the next one who needs it.
     *
     * @param asNew a tool that was taken, as good as new again
     */
    public void giveBack(T asNew) {
        spare.setRelease(asNew); // whoever takes it sees it as new; nobody needs to see it at once
    }
}
