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
 * Fields of a template by their names in the API: those that a template has, or those that a change names. Prints no
 * value: addresses may hold a secret path.
 *
 * @param texts fields that are text. In a template none is empty; in a change an empty one clears
 * @param levels RecordExceptionLevels. In a template empty if there are none; in a change null to leave them, empty to
 *     clear them
 */
public record TemplateValues(
        Map<String, String> texts, @Nullable List<String> levels) {

    /** The field of the name. */
    public static final String NAME = "TemplateName";

    /** The field of the description. */
    public static final String DESCRIPTION = "Description";

    /** The field of the key. */
    public static final String CALLBACK_KEY = "CallbackKey";

    /** The one field that is a list. */
    public static final String LEVELS = "RecordExceptionLevels";

    static final TemplateValues NONE = new TemplateValues(Map.of(), List.of());

    /**
     * Copies the collections.
     *
     * @param texts as above
     * @param levels as above
     */
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

    /**
     * The names of the fields, for logs.
     *
     * @return a short text
     */
    @Override
    public String toString() {
        return "TemplateValues[" + texts.keySet() + (levels == null ? "" : ", " + levels.size() + " levels") + "]";
    }
}
