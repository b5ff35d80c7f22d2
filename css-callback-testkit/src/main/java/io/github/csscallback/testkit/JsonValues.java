package io.github.csscallback.testkit;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks and copies the Java values of a packet, so that the packet is immutable. */
final class JsonValues {

    private JsonValues() {}

    /**
     * Returns a deep copy of a value.
     *
     * @param path the path of the value, for messages
     */
    static @Nullable Object copy(String path, @Nullable Object value) {
        if (value == null || value instanceof String || value instanceof Boolean || isFiniteNumber(value)) {
            return value;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            for (int i = 0; i < list.size(); i++) {
                copy.add(copy(path + "[" + i + "]", list.get(i)));
            }
            return Collections.unmodifiableList(copy);
        }
        if (value instanceof Map<?, ?> map) {
            return copyOfMap(path, map);
        }
        if (value instanceof SampleMembers inner) {
            return copyOfMap(path, inner.asMap());
        }
        throw new IllegalArgumentException(
                path + " cannot be a " + value.getClass().getName()
                        + (value instanceof Number ? " or not a finite number" : "")
                        + "; give a String, Boolean, finite number, List, Map or null");
    }

    private static Map<String, @Nullable Object> copyOfMap(String path, Map<?, ?> map) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((key, inner) -> {
            if (!(key instanceof String name)) {
                throw new IllegalArgumentException(
                        path + " has a key that is not a String; names of members are texts");
            }
            copy.put(name, copy(path + "." + name, inner));
        });
        return Collections.unmodifiableMap(copy);
    }

    /** Only immutable numbers of the JDK, whose text is known to be JSON. */
    private static boolean isFiniteNumber(Object value) {
        return value instanceof Integer
                || value instanceof Long
                || value instanceof Short
                || value instanceof Byte
                || value instanceof BigInteger
                || value instanceof BigDecimal
                || (value instanceof Double real && Double.isFinite(real))
                || (value instanceof Float single && Float.isFinite(single));
    }
}
