package io.github.csscallback.cli.template;

import io.github.csscallback.cli.process.WrongUsageException;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.template.TemplateChange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The fields of a template that can be emptied, by the API's names. */
public final class ClearableFields {

    private final Map<String, Consumer<TemplateChange.Builder>> byName = new LinkedHashMap<>();

    /**
     * @param addresses the event types whose address can be changed
     */
    ClearableFields(List<EventType> addresses) {
        byName.put(TemplateFields.DESCRIPTION, TemplateChange.Builder::clearDescription);
        for (EventType type : addresses) {
            type.templateField().ifPresent(field -> byName.put(field, change -> change.clearNotifyUrl(type)));
        }
        byName.put(TemplateFields.RECORD_EXCEPTION_LEVELS, TemplateChange.Builder::clearRecordExceptionLevels);
        byName.put(TemplateFields.CALLBACK_KEY, TemplateChange.Builder::clearCallbackKey);
    }

    void clear(TemplateChange.Builder change, String field) {
        Consumer<TemplateChange.Builder> clearing = byName.get(field);
        if (clearing == null) {
            throw new WrongUsageException("--clear takes one of " + String.join(", ", byName.keySet()));
        }
        clearing.accept(change);
    }
}
