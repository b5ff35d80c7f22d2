package io.github.csscallback.core.internal;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A one-slot pool for objects that are costly to create, such as digests. A second object is created only when two threads
 * need one at the same time. Release an object only after resetting it. Safe for use by several threads.
 *
 * @param <T> the pooled objects; each is used by one thread at a time
 */
public final class OneSlotPool<T> {

    private final Supplier<T> factory;
    private final AtomicReference<@Nullable T> slot = new AtomicReference<>();

    /**
     * Creates an empty pool.
     *
     * @param factory creates an object when the slot is empty
     */
    public OneSlotPool(Supplier<T> factory) {
        this.factory = factory;
    }

    /**
     * Takes the pooled object, or creates one.
     *
     * @return an object for the calling thread; release it after resetting it, or drop it
     */
    public T take() {
        T taken = slot.getAndSet(null);
        return taken == null ? factory.get() : taken;
    }

    /**
     * Puts an object back into the slot. One that is already there is dropped.
     *
     * @param object an object in its initial state
     */
    public void release(T object) {
        slot.setRelease(object); // the next taker sees its state; nobody needs to see it at once
    }
}
