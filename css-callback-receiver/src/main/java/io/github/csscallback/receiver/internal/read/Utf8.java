package io.github.csscallback.receiver.internal.read;

/**
 * Checks characters of more than one byte (RFC 3629): no overlong form, no surrogate, nothing above U+10FFFF. Jackson 2.19
 * accepts overlong forms, so this is not left to a library.
 */
final class Utf8 {

    private Utf8() {}

    /** The number of bytes of the non-ASCII character that begins here, or 0 if it is malformed. */
    static int characterSize(byte[] bytes, int at) {
        int lead = bytes[at] & 0xFF;
        int size = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
        if (size == 0 || at + size > bytes.length) {
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
