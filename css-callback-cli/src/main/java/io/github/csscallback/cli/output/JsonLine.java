package io.github.csscallback.cli.output;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** JSON in one line that is safe to print: Jackson escapes the controls of ASCII, this the others. */
public final class JsonLine {

    /** DEL, the C1 controls and the separators that end a line for some readers. They occur within strings only. */
    private static final Pattern UNSAFE = Pattern.compile("[\\u007F-\\u009F\\u2028\\u2029]");

    private JsonLine() {}

    public static String of(JsonNode value) {
        return UNSAFE.matcher(value.toString())
                .replaceAll(unsafe -> "\\\\u"
                        + HexFormat.of()
                                .withUpperCase()
                                .toHexDigits(unsafe.group().charAt(0)));
    }
}
