package io.github.csscallback.receiver.internal.read;

import io.github.csscallback.core.internal.EightBytes;

/**
 * Checks that bytes are well-formed UTF-8 (RFC 3629): no overlong form, no surrogate, nothing above U+10FFFF. A check of
 * our own, because Jackson 2.19 lets overlong forms through.
 */
final class Utf8 {

    private Utf8() {}

    /** The index of the first byte that is not part of a well-formed character, or -1 if all are. */
    static int firstMalformed(byte[] bytes) {
        int at = 0;
        int length = bytes.length;
        while (at < length) {
            // Nearly all of a packet is ASCII: eight bytes at a time.
            while (at + 32 <= length && isAscii32(bytes, at)) {
                at += 32;
            }
            while (at + 8 <= length && (EightBytes.at(bytes, at) & EightBytes.TOP_BITS) == 0) {
                at += 8;
            }
            while (at < length && bytes[at] >= 0) {
                at++;
            }
            if (at < length) {
                int size = characterSize(bytes, at, length);
                if (size == 0) {
                    return at;
                }
                at += size;
            }
        }
        return -1;
    }

    private static boolean isAscii32(byte[] bytes, int at) {
        long all = EightBytes.at(bytes, at)
                | EightBytes.at(bytes, at + 8)
                | EightBytes.at(bytes, at + 16)
                | EightBytes.at(bytes, at + 24);
        return (all & EightBytes.TOP_BITS) == 0;
    }

    /** The size of the character of more than one byte that begins here, or 0 if it is malformed. */
    private static int characterSize(byte[] bytes, int at, int length) {
        int lead = bytes[at] & 0xFF;
        int size = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
        if (size == 0 || at + size > length) {
            return 0;
        }
        int second = bytes[at + 1] & 0xFF;
        int least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        if (second < least || second > most) {
            return 0;
        }
        for (int i = 2; i < size; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return size;
    }
}
