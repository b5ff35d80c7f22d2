package io.github.csscallback.client.retry;

import java.time.Duration;

/** Waits. Tests put a clock that moves in its place. */
@FunctionalInterface
public interface Sleeper {

    /**
     * Waits for a time.
     *
     * @param duration how long
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    void sleep(Duration duration) throws InterruptedException;

    /** The thread sleeps. */
    static Sleeper system() {
        return duration -> Thread.sleep(duration.toMillis());
    }
}
