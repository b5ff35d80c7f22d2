package io.github.csscallback.client.internal.action;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.csscallback.client.error.CssApiException;
import io.github.csscallback.client.error.ErrorKind;
import io.github.csscallback.client.internal.json.ResponseMembers;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.field.SecretText;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.template.CallbackTemplate;
import io.github.csscallback.core.template.Site;
import io.github.csscallback.core.template.TemplateSpec;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decodes templates. Null, missing and empty all mean that there is nothing. */
final class TemplateReader {

    private final Site site;
    private final Map<EventType, String> addressFields = new LinkedHashMap<>();
    private final Set<String> unreadableFields;

    TemplateReader(Site site) {
        this.site = site;
        this.unreadableFields = Set.copyOf(site.writeOnlyFields());
        EventType.known().forEach(type -> type.templateField().ifPresent(field -> addressFields.put(type, field)));
    }

    /** Templates copy their addresses, so one map collects them for all. */
    List<CallbackTemplate> templates(String action, List<ObjectNode> list) {
        Map<EventType, String> urls = new LinkedHashMap<>();
        List<CallbackTemplate> templates = new ArrayList<>(list.size());
        for (ObjectNode info : list) {
            urls.clear();
            templates.add(template(action, info, urls));
        }
        return Collections.unmodifiableList(templates);
    }

    CallbackTemplate template(String action, ObjectNode info) {
        return template(action, info, new LinkedHashMap<>());
    }

    private CallbackTemplate template(String action, ObjectNode info, Map<EventType, String> urls) {
        addressFields.forEach((type, field) -> {
            String url = ResponseMembers.nonEmptyText(info, field);
            if (url != null) {
                urls.put(type, url);
            }
        });
        return new CallbackTemplate(
                id(action, info),
                ResponseMembers.text(info, "TemplateName"),
                ResponseMembers.nonEmptyText(info, "Description"),
                urls,
                ResponseMembers.texts(info, "RecordExceptionLevels"),
                secret(ResponseMembers.nonEmptyText(info, "CallbackKey")),
                unreadableFields);
    }

    /** The template after a successful create, as it was sent. */
    static CallbackTemplate created(long id, TemplateSpec spec) {
        Map<EventType, String> urls = new LinkedHashMap<>();
        spec.notifyUrls().forEach((type, address) -> urls.put(type, address.toString()));
        return new CallbackTemplate(
                id, spec.name(), spec.description(), urls, spec.recordExceptionLevels(), secretOf(spec), Set.of());
    }

    /** Whether a template that was read may be the one that a spec made: all fields that can be read agree. */
    boolean agree(TemplateSpec spec, CallbackTemplate read) {
        return Objects.equals(spec.name(), read.name())
                && Objects.equals(spec.description(), read.description())
                && spec.recordExceptionLevels().equals(read.recordExceptionLevels())
                && Objects.equals(secretOf(spec), read.callbackKey())
                && readableUrls(spec).equals(read.notifyUrls());
    }

    private Map<EventType, String> readableUrls(TemplateSpec spec) {
        Map<EventType, String> urls = new LinkedHashMap<>();
        for (Map.Entry<EventType, URI> entry : spec.notifyUrls().entrySet()) {
            if (site.reads(TemplateWriter.field(entry.getKey()))) {
                urls.put(entry.getKey(), entry.getValue().toString());
            }
        }
        return urls;
    }

    static @Nullable SecretText secretOf(TemplateSpec spec) {
        CallbackKey key = spec.callbackKey();
        return key == null ? null : SecretText.of(key.reveal());
    }

    private static @Nullable SecretText secret(@Nullable String text) {
        return text == null ? null : SecretText.of(text);
    }

    /** An id that is not there is not made up: somebody might delete by it. */
    static long id(String action, ObjectNode info) {
        Long id = ResponseMembers.number(info, "TemplateId");
        if (id == null) {
            throw incomplete(action, "the response lacks TemplateId or it is no number");
        }
        return id;
    }

    static CssApiException incomplete(String action, String what) {
        return new CssApiException(
                action + ": " + what + "; the service's response has another form than documented",
                new CssApiException.Details(ErrorKind.BAD_RESPONSE, action, null, null, null, 200, List.of()),
                null);
    }
}
