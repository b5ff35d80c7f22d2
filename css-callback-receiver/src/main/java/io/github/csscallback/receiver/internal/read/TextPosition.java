package io.github.csscallback.receiver.internal.read;

import io.github.csscallback.core.field.UnreadablePacketException;

/** Converts an offset in the bytes of a text to line and byte, as an editor shows them. */
final class TextPosition {

    private TextPosition() {}

    static UnreadablePacketException unreadable(byte[] source, int offset, String reason) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < offset; i++) {
            if (source[i] == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return new UnreadablePacketException(reason, line, offset - lineStart + 1);
    }
}
