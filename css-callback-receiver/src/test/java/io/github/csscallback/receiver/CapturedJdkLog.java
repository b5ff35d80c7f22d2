package io.github.csscallback.receiver;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** All that the JDK's own HTTP server logs while this is open, at every level. Prints nothing. */
final class CapturedJdkLog implements AutoCloseable {

    private final List<LogRecord> records = new CopyOnWriteArrayList<>();
    // Held here, or the JDK would forget the logger with its level.
    private final Logger logger = Logger.getLogger("com.sun.net.httpserver");
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            records.add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    CapturedJdkLog() {
        handler.setLevel(Level.ALL);
        logger.setLevel(Level.ALL);
        logger.setUseParentHandlers(false);
        logger.addHandler(handler);
    }

    List<LogRecord> records() {
        return records;
    }

    @Override
    public void close() {
        logger.removeHandler(handler);
        logger.setUseParentHandlers(true);
        logger.setLevel(null);
    }
}
