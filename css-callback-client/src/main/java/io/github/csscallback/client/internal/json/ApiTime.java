package io.github.csscallback.client.internal.json;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The forms of time in the API: {@code 2018-09-12 15:52:01}, which is Beijing time, {@code 2022-05-16T10:59:38+08:00}, and
 * the same in UTC with a Z.
 */
public final class ApiTime {

    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
    private static final int LENGTH_WITHOUT_ZONE = "2018-09-12 15:52:01".length();

    private ApiTime() {}

    /**
     * Reads any of the forms.
     *
     * @param text the text, or null
     * @return the instant; null if there is no text or it has another form
     */
    public static @Nullable Instant parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            if (text.length() == LENGTH_WITHOUT_ZONE && text.charAt(10) == ' ') {
                return LocalDateTime.parse(text.replace(' ', 'T')).toInstant(BEIJING);
            }
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /**
     * Writes the form with a Z, which no zone can make ambiguous.
     *
     * @param instant the instant, cut to whole seconds
     */
    public static String format(Instant instant) {
        return DateTimeFormatter.ISO_INSTANT.format(instant.truncatedTo(ChronoUnit.SECONDS));
    }
}
