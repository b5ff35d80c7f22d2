package io.github.csscallback.receiver.server;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Ends the accept loops of the JDK's servers by an error, through what they log. */
final class FailingDispatcher implements AutoCloseable {

    /** As an OutOfMemoryError. */
    static final class Failure extends Error {
        private static final long serialVersionUID = 1L;
    }

    private volatile boolean armed;
    // Held here, or the JDK would forget the logger with its level.
    private final Logger logger = Logger.getLogger("com.sun.net.httpserver");
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            if (armed && Thread.currentThread().getName().equals("HTTP-Dispatcher")) {
                throw new Failure();
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    FailingDispatcher() {
        handler.setLevel(Level.ALL);
        logger.setLevel(Level.ALL);
        logger.setUseParentHandlers(false);
        logger.addHandler(handler);
    }

    void arm() {
        armed = true;
    }

    @Override
    public void close() {
        logger.removeHandler(handler);
        logger.setUseParentHandlers(true);
        logger.setLevel(null);
    }
}
