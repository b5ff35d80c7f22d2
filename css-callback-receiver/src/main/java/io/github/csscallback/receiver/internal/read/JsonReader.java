package io.github.csscallback.receiver.internal.read;

import io.github.csscallback.core.internal.OneSlotPool;

/** Reads JSON texts: packets, and JSON inside their texts. Safe for use by several threads. */
final class JsonReader {

    private final NameSuccessors successors = new NameSuccessors();
    private final OneSlotPool<JsonScanner> scanners = new OneSlotPool<>(() -> new JsonScanner(this, successors));

    /**
     * The values of a text; the first is the outermost.
     *
     * @throws io.github.csscallback.core.field.UnreadablePacketException if it is not exactly one well-formed JSON value
     */
    Tape read(byte[] text) {
        JsonScanner scanner = scanners.take();
        try {
            return scanner.scan(text);
        } finally {
            scanners.release(scanner);
        }
    }
}
