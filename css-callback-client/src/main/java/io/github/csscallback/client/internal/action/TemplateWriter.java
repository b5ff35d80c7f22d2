package io.github.csscallback.client.internal.action;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.csscallback.client.internal.json.Json;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.field.SecretText;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.template.FieldChange;
import io.github.csscallback.core.template.TemplateChange;
import io.github.csscallback.core.template.TemplateSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Encodes templates. What is not set is not sent, what is cleared is sent empty, null is never sent. */
final class TemplateWriter {

    private TemplateWriter() {}

    static byte[] create(TemplateSpec spec) {
        ObjectNode parameters = Json.object();
        put(parameters, "TemplateName", spec.name());
        put(parameters, "Description", spec.description());
        spec.notifyUrls().forEach((type, address) -> put(parameters, field(type), address.toString()));
        if (!spec.recordExceptionLevels().isEmpty()) {
            putLevels(parameters, spec.recordExceptionLevels());
        }
        CallbackKey key = spec.callbackKey();
        put(parameters, "CallbackKey", key == null ? null : key.reveal());
        return Json.bytes(parameters);
    }

    static byte[] modify(long id, TemplateChange change) {
        ObjectNode parameters = Json.object().put("TemplateId", id);
        put(parameters, "TemplateName", textOf(change.name()));
        put(parameters, "Description", textOf(change.description()));
        change.notifyUrls().forEach((type, address) -> put(parameters, field(type), textOf(address)));
        if (change.recordExceptionLevels() instanceof FieldChange.Set<List<String>> set) {
            putLevels(parameters, set.value());
        } else if (change.recordExceptionLevels() instanceof FieldChange.Clear) {
            putLevels(parameters, List.of());
        }
        put(parameters, "CallbackKey", keyText(change.callbackKey()));
        return Json.bytes(parameters);
    }

    static byte[] id(long id) {
        return Json.bytes(Json.object().put("TemplateId", id));
    }

    static @Nullable SecretText secretOf(TemplateChange change) {
        return change.callbackKey() instanceof FieldChange.Set<CallbackKey> set
                ? SecretText.of(set.value().reveal())
                : null;
    }

    static String field(EventType type) {
        return type.templateField().orElseThrow();
    }

    /** The text to send: null to send none, empty to clear. */
    private static @Nullable String textOf(FieldChange<?> change) {
        if (change instanceof FieldChange.Set<?> set) {
            return String.valueOf(set.value());
        }
        return change instanceof FieldChange.Clear ? "" : null;
    }

    private static @Nullable String keyText(FieldChange<CallbackKey> change) {
        return change instanceof FieldChange.Set<CallbackKey> set ? set.value().reveal() : textOf(change);
    }

    private static void put(ObjectNode parameters, String field, @Nullable String text) {
        if (text != null) {
            parameters.put(field, text);
        }
    }

    private static void putLevels(ObjectNode parameters, List<String> levels) {
        levels.forEach(parameters.putArray("RecordExceptionLevels")::add);
    }
}
