package io.github.csscallback.receiver.packet;

import io.github.csscallback.core.event.CallbackEvent;
import io.github.csscallback.core.field.Fields;
import io.github.csscallback.core.field.SecretText;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All values of an event, one line for each value: the path of its component and the value as text, times and lengths of
 * time in ISO 8601, secrets revealed. What is missing has no line, nor has an empty list.
 */
public final class PrintedComponents {

    private final Map<String, String> lines = new TreeMap<>();
    private final Map<String, String> secrets = new TreeMap<>();

    private PrintedComponents() {}

    public static Map<String, String> of(CallbackEvent event) {
        PrintedComponents printed = new PrintedComponents();
        printed.components("", (Record) event);
        return printed.lines;
    }

    /** The lines that are secrets, revealed. */
    public static Map<String, String> secretsOf(CallbackEvent event) {
        PrintedComponents printed = new PrintedComponents();
        printed.components("", (Record) event);
        return printed.secrets;
    }

    private void components(String prefix, Record value) {
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            print(prefix + component.getName(), valueOf(component, value));
        }
    }

    private static @Nullable Object valueOf(RecordComponent component, Record value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("an accessor cannot be called", e);
        }
    }

    private void print(String path, @Nullable Object value) {
        if (value == null || value instanceof Fields) {
            return;
        }
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                print(path + "[" + i + "]", list.get(i));
            }
        } else if (value instanceof SecretText secret) {
            put(path, secret.reveal());
            secrets.put(path, secret.reveal());
        } else if (value instanceof Record nested && !isWrapped(nested)) {
            components(path + ".", nested);
        } else if (value instanceof Record wrapped) {
            print(path, valueOf(wrapped.getClass().getRecordComponents()[0], wrapped));
        } else {
            put(path, value.toString());
        }
    }

    private void put(String path, String text) {
        lines.put(path, text.isEmpty() ? "(empty)" : text);
    }

    /** Whether it is an open value: the word or number as sent, with known constants. */
    private static boolean isWrapped(Record value) {
        RecordComponent[] components = value.getClass().getRecordComponents();
        return components.length == 1 && components[0].getName().equals("value");
    }
}
