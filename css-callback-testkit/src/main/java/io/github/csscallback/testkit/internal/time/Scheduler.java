package io.github.csscallback.testkit.internal.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Runs tasks at given times of its clock. Safe for use by several threads. */
public interface Scheduler extends AutoCloseable {

    Clock clock();

    /**
     * Schedules a task; never runs it within this call. After {@link #close()} the task is silently dropped.
     *
     * @param due the time to run it; if that has passed, it is due now
     * @param number orders tasks that are due at the same instant, the lowest first
     * @param work the task
     */
    Entry at(Instant due, long number, Runnable work);

    /** Runs what is due now on this thread, if it is not run by other threads anyway. */
    void catchUp();

    /**
     * Advances the clock and runs what becomes due.
     *
     * @param by zero or more
     * @throws IllegalStateException in real time
     */
    void advance(Duration by);

    /**
     * Advances the clock from task to task until there is none left.
     *
     * @throws IllegalStateException in real time
     */
    void exhaust();

    /** Removes all tasks and, if time is simulated, sets the clock back to its start. */
    void reset();

    /** Removes all tasks and accepts no more. */
    @Override
    void close();

    /**
     * Waits for the end of the scheduler's threads, after {@link #close()}.
     *
     * @return false if the time elapsed before they ended
     * @throws InterruptedException if the caller is interrupted
     */
    boolean awaitEnd(Duration atMost) throws InterruptedException;

    /** A scheduled task. */
    interface Entry {

        /**
         * Removes the task.
         *
         * @return false if it has already started, finished or been removed
         */
        boolean cancel();
    }
}
