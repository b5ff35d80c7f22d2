package io.github.csscallback.receiver.internal.read;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Recognizes bodies that a proxy, a framework or a test script made of something else than JSON, by how they begin. */
final class ForeignFormat {

    private static final int LONGEST_BEGINNING = 256;

    private ForeignFormat() {}

    /** What the body looks like, or null if it may be JSON or nothing is known about it. Contains nothing of the body. */
    static @Nullable String of(byte[] body) {
        if (body.length >= 2 && body[0] == 0x1F && body[1] == (byte) 0x8B) {
            return "gzip: decompress it before the receiver reads it";
        }
        String beginning = new String(body, 0, Math.min(body.length, LONGEST_BEGINNING), StandardCharsets.ISO_8859_1)
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        if (beginning.startsWith("<")) {
            return "XML or HTML";
        }
        if (beginning.startsWith("array(") || beginning.startsWith("array\n") || beginning.startsWith("array (")) {
            return "a PHP array dump";
        }
        if (beginning.startsWith("--") || beginning.startsWith("content-disposition:")) {
            return "a form (multipart/form-data)";
        }
        return isFormName(beginning) ? "a form (application/x-www-form-urlencoded)" : null;
    }

    /** Whether a name, perhaps percent-encoded, stands before the first equals sign. */
    private static boolean isFormName(String beginning) {
        int equals = beginning.indexOf('=');
        return equals > 0
                && beginning
                        .substring(0, equals)
                        .chars()
                        .allMatch(character -> (character >= 'a' && character <= 'z')
                                || (character >= '0' && character <= '9')
                                || "_-.%+*[]".indexOf(character) >= 0);
    }
}
