package io.github.csscallback.cli.process;

import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a server running until Ctrl-C, SIGTERM, an interruption, or until a part of the command gives up; stops it cleanly
 * in each case. Safe for use by several threads.
 */
public final class UntilStopped {

    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable CommandFailureException failure;

    /** Ends the waiting, since there is no point in going on. */
    public void giveUp(CommandFailureException why) {
        failure = why;
        stopped.countDown();
    }

    /**
     * Waits.
     *
     * @param close stops the server; if a signal ends the process, the exit status is 0 afterwards
     * @throws CommandFailureException if a part of the command gave up
     */
    public void await(Runnable close) {
        Thread onSignal = new Thread(
                () -> {
                    close.run();
                    // A server that was stopped as it should has not failed, but the JVM would say 130 or 143.
                    Runtime.getRuntime().halt(0);
                },
                "css-callback-stop");
        Runtime.getRuntime().addShutdownHook(onSignal);
        boolean interrupted = false;
        try {
            stopped.await();
        } catch (InterruptedException e) {
            interrupted = true; // restored only after closing, which would not wait otherwise
        }
        try {
            Runtime.getRuntime().removeShutdownHook(onSignal);
        } catch (IllegalStateException e) {
            return; // a signal came at the same time, and its hook closes
        }
        close.run();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        CommandFailureException why = failure;
        if (why != null) {
            throw why;
        }
    }
}
