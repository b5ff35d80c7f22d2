package io.github.csscallback.testkit.internal.api.record;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A time of a request and its format, which the times of the response have too: {@code 2018-09-12 15:52:01} in Beijing
 * time, {@code 2022-05-16T10:59:38+08:00}, or the latter in UTC with a Z. Whole seconds.
 *
 * @param instant the time
 * @param zone the zone of the text
 * @param isBeijingText whether it has the first format
 */
public record RecordTime(Instant instant, ZoneOffset zone, boolean isBeijingText) {

    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
    private static final DateTimeFormatter BEIJING_TEXT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter WITH_ZONE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);

    private static final Pattern BEIJING_FORM =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}");
    private static final Pattern ZONE_FORM =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})");

    /** Parses a time; empty if the text has another format, or there is no such day or hour. */
    public static Optional<RecordTime> parse(String text) {
        try {
            if (BEIJING_FORM.matcher(text).matches()) {
                LocalDateTime local = LocalDateTime.parse(text.replace(' ', 'T'));
                return Optional.of(new RecordTime(local.toInstant(BEIJING), BEIJING, true));
            }
            if (ZONE_FORM.matcher(text).matches()) {
                OffsetDateTime time = OffsetDateTime.parse(text);
                return Optional.of(new RecordTime(time.toInstant(), time.getOffset(), false));
            }
            return Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Formats another time in the same way. */
    public String format(Instant other) {
        return (isBeijingText ? BEIJING_TEXT : WITH_ZONE).format(other.atOffset(zone));
    }

    /** Formats a time as rules do. */
    public static String beijing(Instant time) {
        return BEIJING_TEXT.format(time.atOffset(BEIJING));
    }
}
