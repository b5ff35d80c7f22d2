package io.github.csscallback.testkit.internal.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What is to be done when, and the clock that it goes by. Safe for use by several threads. */
public interface Scheduler extends AutoCloseable {

    /**
     * The time it goes by.
     *
     * @return a clock that shows it whenever it is asked
     */
    Clock clock();

    /**
     * Notes something to be done. Nothing is done within this call. After {@link #close()} the entry is dropped without a
     * word.
     *
     * @param due when; what lies in the past is due now
     * @param number of what is due at the same instant the lower number comes first
     * @param work what to do
     * @return the entry
     */
    Entry at(Instant due, long number, Runnable work);

    /** Does what is due now, if that is this caller's to do; returns at once if somebody is at it already. */
    void catchUp();

    /**
     * Moves the clock on, and does on the way what falls due.
     *
     * @param by zero or more
     * @throws IllegalStateException in real time
     */
    void advance(Duration by);

    /**
     * Moves the clock on from entry to entry until there is none left.
     *
     * @throws IllegalStateException in real time
     */
    void exhaust();

    /** Drops all entries and sets the clock back to its start, if it can be set. */
    void reset();

    /** Drops all entries; nothing new is begun. */
    @Override
    void close();

    /**
     * Waits for the threads of the scheduler, after {@link #close()}.
     *
     * @param atMost how long
     * @return whether they have ended
     * @throws InterruptedException if the caller is interrupted
     */
    boolean awaitEnd(Duration atMost) throws InterruptedException;

    /** Something to be done. */
    interface Entry {

        /**
         * Takes it off, unless it has begun.
         *
         * @return whether that was in time
         */
        boolean cancel();
    }
}
