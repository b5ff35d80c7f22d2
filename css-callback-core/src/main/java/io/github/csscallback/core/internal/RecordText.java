package io.github.csscallback.core.internal;

import java.lang.reflect.RecordComponent;
import java.util.StringJoiner;

/**
 * Prints a record as its default {@code toString} does, on one line: control characters are escaped, so that what a packet
 * contains cannot forge a line of a log.
 */
public final class RecordText {

    private RecordText() {}

    /** Returns the record's name and all its components. */
    public static String of(Record printed) {
        StringJoiner components = new StringJoiner(", ", printed.getClass().getSimpleName() + "[", "]");
        for (RecordComponent component : printed.getClass().getRecordComponents()) {
            try {
                components.add(
                        component.getName() + "=" + component.getAccessor().invoke(printed));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("the accessors of an event record are public and do not throw", e);
            }
        }
        return ControlCharacters.escaped(components.toString());
    }
}
