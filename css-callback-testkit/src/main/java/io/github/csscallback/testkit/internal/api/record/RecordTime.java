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
 * A time in a request, and the form it had, in which the answer's times are written: {@code 2018-09-12 15:52:01}, which is
 * Beijing time, {@code 2022-05-16T10:59:38+08:00}, or the same in UTC with a Z. Whole seconds.
 *
 * @param instant the time
 * @param zone that of the text
 * @param isBeijingText whether it was of the first form
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

    /** Reads a time; empty if the text is of another form or no such day or hour exists. */
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

    /** Another time in the form of this one. */
    public String alike(Instant other) {
        return (isBeijingText ? BEIJING_TEXT : WITH_ZONE).format(other.atOffset(zone));
    }

    /** The form that rules have. */
    public static String beijing(Instant time) {
        return BEIJING_TEXT.format(time.atOffset(BEIJING));
    }
}
