package io.github.csscallback.testkit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of an object in their order, while it is being built. For one thread. */
final class SampleMembers {

    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    private SampleMembers() {}

    static SampleMembers start() {
        return new SampleMembers();
    }

    SampleMembers and(String name, @Nullable Object value) {
        values.put(name, JsonValues.copy(name, value));
        return this;
    }

    /** The members as JSON inside a string, as 100, 314 and 332 contain some. */
    String asText() {
        return JsonText.of(values);
    }

    Map<String, @Nullable Object> asMap() {
        return values;
    }
}
