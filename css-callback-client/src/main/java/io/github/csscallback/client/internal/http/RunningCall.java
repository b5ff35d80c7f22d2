package io.github.csscallback.client.internal.http;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A thread inside {@code HttpClient.send}. It is interrupted when its timeout expires or the sender is closed, which makes the
 * JDK's client cancel the exchange in any phase and close its connection. No interrupt of ours outlives {@link #end}.
 */
final class RunningCall {

    /** How a call ended. */
    enum End {
        DONE,
        TIMED_OUT,
        CLOSED
    }

    private final Thread thread = Thread.currentThread();
    private final CompletableFuture<Void> running = new CompletableFuture<>();
    private @Nullable End end;

    @SuppressWarnings("FutureReturnValueIgnored") // ends with the call
    RunningCall(Duration timeout) {
        // The JDK's own timer thread, as for any CompletableFuture; completing the future removes the timer.
        running.orTimeout(timeout.toNanos(), TimeUnit.NANOSECONDS).whenComplete((nothing, expired) -> {
            if (expired != null) {
                interrupt(End.TIMED_OUT);
            }
        });
    }

    /** Interrupts the call because the sender is closed, unless it has ended. */
    void cancel() {
        interrupt(End.CLOSED);
    }

    private synchronized void interrupt(End reason) {
        if (end == null) {
            end = reason;
            thread.interrupt();
        }
    }

    /** Ends the call and clears the interrupt that {@link #interrupt} may have left. To be called by the call's thread. */
    End end() {
        End ended;
        synchronized (this) {
            if (end == null) {
                end = End.DONE;
            }
            ended = end;
        }
        running.complete(null);
        if (ended != End.DONE) {
            Thread.interrupted();
        }
        return ended;
    }
}
