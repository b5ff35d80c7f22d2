package io.github.csscallback.receiver.internal.read;

import io.github.csscallback.core.internal.Spare;

/**
 * Reads JSON texts, packets and what stands inside their texts alike, and gets quicker at those that are written like the
 * ones before. Safe for use by several threads.
 */
final class JsonReader {

    private final Layouts layouts = new Layouts();
    private final Spare<JsonScanner> spareScanner = new Spare<>(() -> new JsonScanner(this));

    /**
     * The values of a text; the first is the outermost.
     *
     * @throws io.github.csscallback.core.field.UnreadablePacketException if it is not exactly one well-formed JSON value
     */
    Tape read(byte[] text) {
        JsonScanner scanner = spareScanner.take();
        try {
            return scanner.scan(text);
        } finally {
            spareScanner.giveBack(scanner);
        }
    }

    Layouts layouts() {
        return layouts;
    }
}
