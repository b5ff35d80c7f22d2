package io.github.csscallback.testkit.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What is to be done when, and the clock that it goes by. Safe for use by several threads. */
interface Agenda extends AutoCloseable {

    /** The time it goes by. */
    Clock clock();

    /**
     * Notes something to be done. Of what is due at the same instant the lower number comes first. Nothing is done within
     * this call. After {@link #close()} the entry is dropped without a word.
     */
    Entry at(Instant due, long number, Runnable work);

    /** Does what is due now, if that is this caller's to do; returns at once if somebody is at it already. */
    void catchUp();

    /** Moves the clock on, and does on the way what falls due; not possible in real time. */
    void advance(Duration by);

    /** Moves the clock on from entry to entry until there is none left; not possible in real time. */
    void exhaust();

    /** Drops all entries and sets the clock back to its start, if it can be set. */
    void reset();

    /** Drops all entries; nothing new is begun. */
    @Override
    void close();

    /**
     * Waits for the threads of the agenda, after {@link #close()}.
     *
     * @return whether they have ended
     */
    boolean awaitEnd(Duration atMost) throws InterruptedException;

    /** Something to be done. */
    interface Entry {

        /** Takes it off, unless it has begun; says whether that was in time. */
        boolean cancel();
    }
}
