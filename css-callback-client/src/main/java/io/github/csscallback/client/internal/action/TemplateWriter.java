package io.github.csscallback.client.internal.action;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.csscallback.client.internal.json.JsonBytes;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.field.SecretText;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.template.FieldChange;
import io.github.csscallback.core.template.TemplateChange;
import io.github.csscallback.core.template.TemplateSpec;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Encodes templates. What is not set is not sent, what is cleared is sent empty, null is never sent. */
final class TemplateWriter {

    private TemplateWriter() {}

    static byte[] create(TemplateSpec spec) {
        return JsonBytes.object(json -> {
            json.writeStringField("TemplateName", spec.name());
            String description = spec.description();
            if (description != null) {
                json.writeStringField("Description", description);
            }
            for (Map.Entry<EventType, URI> address : spec.notifyUrls().entrySet()) {
                json.writeStringField(
                        field(address.getKey()), address.getValue().toString());
            }
            if (!spec.recordExceptionLevels().isEmpty()) {
                writeTexts(json, spec.recordExceptionLevels());
            }
            CallbackKey key = spec.callbackKey();
            if (key != null) {
                json.writeStringField("CallbackKey", key.reveal());
            }
        });
    }

    static byte[] modify(long id, TemplateChange change) {
        return JsonBytes.object(json -> {
            json.writeNumberField("TemplateId", id);
            writeText(json, "TemplateName", textOf(change.name()));
            writeText(json, "Description", textOf(change.description()));
            for (Map.Entry<EventType, FieldChange<URI>> address :
                    change.notifyUrls().entrySet()) {
                writeText(json, field(address.getKey()), textOf(address.getValue()));
            }
            if (change.recordExceptionLevels() instanceof FieldChange.Set<List<String>> set) {
                writeTexts(json, set.value());
            } else if (change.recordExceptionLevels() instanceof FieldChange.Clear) {
                writeTexts(json, List.of());
            }
            writeText(json, "CallbackKey", keyText(change.callbackKey()));
        });
    }

    static byte[] id(long id) {
        return JsonBytes.object(json -> json.writeNumberField("TemplateId", id));
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

    private static void writeText(JsonGenerator json, String field, @Nullable String text) throws IOException {
        if (text != null) {
            json.writeStringField(field, text);
        }
    }

    private static void writeTexts(JsonGenerator json, List<String> texts) throws IOException {
        json.writeArrayFieldStart("RecordExceptionLevels");
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
