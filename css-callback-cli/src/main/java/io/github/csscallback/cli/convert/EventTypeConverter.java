package io.github.csscallback.cli.convert;

import io.github.csscallback.core.event.EventType;
import java.util.Iterator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Event types as a user types them: a record's name, such as {@code RecordEvent}, or the number. */
public final class EventTypeConverter implements ITypeConverter<EventType> {

    /** For shell completion. */
    public static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return names().iterator();
        }
    }

    private static Stream<String> names() {
        return EventType.known().stream().map(EventType::recordName).sorted();
    }

    @Override
    public EventType convert(String text) {
        for (EventType type : EventType.known()) {
            if (type.recordName().equalsIgnoreCase(text)) {
                return type;
            }
        }
        if (text.matches("[0-9]{1,9}")) {
            return EventType.of(Integer.parseInt(text));
        }
        throw new TypeConversionException(
                "'" + text + "' is neither a number nor one of " + names().collect(Collectors.joining(", ")));
    }
}
