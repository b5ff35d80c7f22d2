package io.github.csscallback.testkit.internal.account;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.template.TemplateSpec;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Fields of a template by their names in the API: all fields of a template, or those that a change sets. Its string has
 * no values, as addresses may have a secret path.
 *
 * @param texts the fields that are strings: in a template none is empty; in a change an empty one clears the field
 * @param levels RecordExceptionLevels: in a template empty if there are none; in a change null to keep and empty to
 *     clear them
 */
public record TemplateValues(
        Map<String, String> texts, @Nullable List<String> levels) {

    public static final String NAME = "TemplateName";

    public static final String DESCRIPTION = "Description";

    public static final String CALLBACK_KEY = "CallbackKey";

    /** The only field that is a list. */
    public static final String LEVELS = "RecordExceptionLevels";

    static final TemplateValues NONE = new TemplateValues(Map.of(), List.of());

    /** Copies the collections. */
    public TemplateValues {
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
        levels = levels == null ? null : List.copyOf(levels);
    }

    static TemplateValues of(TemplateSpec spec) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(NAME, spec.name());
        if (spec.description() != null) {
            texts.put(DESCRIPTION, spec.description());
        }
        spec.notifyUrls()
                .forEach((type, address) -> texts.put(type.templateField().orElseThrow(), address.toString()));
        CallbackKey key = spec.callbackKey();
        if (key != null) {
            texts.put(CALLBACK_KEY, key.reveal());
        }
        return NONE.changedBy(new TemplateValues(texts, spec.recordExceptionLevels()));
    }

    TemplateValues changedBy(TemplateValues change) {
        Map<String, String> changed = new LinkedHashMap<>(texts);
        change.texts.forEach((field, text) -> {
            if (text.isEmpty()) {
                changed.remove(field);
            } else {
                changed.put(field, text);
            }
        });
        return new TemplateValues(changed, change.levels == null ? levels : change.levels);
    }

    Map<EventType, String> addresses() {
        Map<EventType, String> addresses = new LinkedHashMap<>();
        for (EventType type : EventType.known()) {
            type.templateField().map(texts::get).ifPresent(address -> addresses.put(type, address));
        }
        return Collections.unmodifiableMap(addresses);
    }

    Optional<CallbackKey> key() {
        return Optional.ofNullable(texts.get(CALLBACK_KEY)).map(CallbackKey::of);
    }

    /** The names of the fields. */
    @Override
    public String toString() {
        return "TemplateValues[" + texts.keySet() + (levels == null ? "" : ", " + levels.size() + " levels") + "]";
    }
}
