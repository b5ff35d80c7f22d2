package io.github.csscallback.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Finds and shifts the times of a packet. A member is a time if its name is that of a time and its value is of
 * plausible size: {@code begin_time} is a time in 348 and a position in the stream in 347.
 */
final class SampleTimes {

    private static final Set<String> NAMES = Set.of(
            "event_time",
            "create_time",
            "timestamp",
            "data_time",
            "sendTime",
            "screenshotTime",
            "start_time",
            "end_time",
            "begin_time",
            "start_unix_time",
            "end_unix_time",
            "occur_time",
            "time");

    private static final long FIRST_SECOND = 1_000_000_000L;
    private static final long LAST_SECOND = 9_999_999_999L;

    private SampleTimes() {}

    /** Returns the members with all times shifted by the same amount, so that the latest of them is the given one. */
    static Map<String, @Nullable Object> moved(Map<String, @Nullable Object> members, Instant latest) {
        List<Instant> found = new ArrayList<>();
        walk(members, time -> {
            found.add(time);
            return time;
        });
        Optional<Instant> last = found.stream().max(Instant::compareTo);
        if (last.isEmpty()) {
            return members;
        }
        Duration span = Duration.between(last.get(), latest);
        return walk(members, time -> time.plus(span));
    }

    private static Map<String, @Nullable Object> walk(Map<?, ?> members, UnaryOperator<Instant> change) {
        Map<String, @Nullable Object> walked = new LinkedHashMap<>();
        members.forEach((key, value) -> {
            String name = String.valueOf(key);
            walked.put(name, NAMES.contains(name) ? time(value, change) : inside(value, change));
        });
        return walked;
    }

    private static @Nullable Object inside(@Nullable Object value, UnaryOperator<Instant> change) {
        if (value instanceof Map<?, ?> map) {
            return walk(map, change);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> walked = new ArrayList<>();
            list.forEach(element -> walked.add(inside(element, change)));
            return walked;
        }
        return value;
    }

    private static @Nullable Object time(@Nullable Object value, UnaryOperator<Instant> change) {
        if (value instanceof String text) {
            return text.matches("[0-9]{10}") ? Long.toString(moved(Long.parseLong(text), change)) : text;
        }
        if (value instanceof Long || value instanceof Integer) {
            return moved(((Number) value).longValue(), change);
        }
        return inside(value, change);
    }

    private static long moved(long value, UnaryOperator<Instant> change) {
        if (value >= FIRST_SECOND && value <= LAST_SECOND) {
            return change.apply(Instant.ofEpochSecond(value)).getEpochSecond();
        }
        if (value >= FIRST_SECOND * 1000 && value <= LAST_SECOND * 1000) {
            return change.apply(Instant.ofEpochMilli(value)).toEpochMilli();
        }
        return value;
    }
}
