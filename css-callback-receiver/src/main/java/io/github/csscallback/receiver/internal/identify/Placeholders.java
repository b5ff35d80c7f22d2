package io.github.csscallback.receiver.internal.identify;

import io.github.csscallback.core.internal.Members;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Recognizes values that identify nothing: white space, a number that is zero, and words such as {@code null} or N/A. */
final class Placeholders {

    private static final Set<String> WORDS =
            Set.of("", "-", "null", "nil", "none", "n/a", "na", "nan", "undefined", "unknown");
    private static final int LONGEST_WORD = 9;
    private static final Pattern ZERO = Pattern.compile("[+-]?(0+\\.?0*|\\.0+)([eE][+-]?[0-9]+)?");

    private Placeholders() {}

    static boolean isPlaceholder(Members members, int at) {
        int start = members.start(at);
        int end = members.end(at);
        if (start < end && isClearlyNone(members.source(), start, end)) {
            return false;
        }
        String text = stripped(members.text(at));
        return WORDS.contains(text.toLowerCase(Locale.ROOT))
                || ZERO.matcher(text).matches();
    }

    /** Most values are numbers or long names; they need no String. */
    private static boolean isClearlyNone(byte[] source, int start, int end) {
        byte first = source[start];
        boolean letter = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z');
        return (first >= '1' && first <= '9') || (letter && end - start > LONGEST_WORD && source[end - 1] > ' ');
    }

    private static String stripped(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT;
    }
}
