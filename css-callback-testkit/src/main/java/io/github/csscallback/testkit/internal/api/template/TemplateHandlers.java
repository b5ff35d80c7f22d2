package io.github.csscallback.testkit.internal.api.template;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.template.Site;
import io.github.csscallback.testkit.internal.account.Account;
import io.github.csscallback.testkit.internal.account.AccountException;
import io.github.csscallback.testkit.internal.account.Template;
import io.github.csscallback.testkit.internal.account.TemplateValues;
import io.github.csscallback.testkit.internal.api.message.ApiErrorException;
import io.github.csscallback.testkit.internal.api.message.ErrorCode;
import io.github.csscallback.testkit.internal.api.message.Parameters;
import io.github.csscallback.testkit.internal.api.message.ResponseContent;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The actions on templates. */
public final class TemplateHandlers {

    /** Fields that are null when unset; documented for these only. */
    private static final Set<String> NULL_IF_UNSET = Set.of("PushExceptionNotifyUrl", "AudioAuditNotifyUrl");
    /** Fields that are absent when unset; documented for these only. */
    private static final Set<String> ABSENT_IF_UNSET = Set.of("RecordExceptionNotifyUrl", TemplateValues.LEVELS);

    private final Account account;
    private final TemplateParameters fields;

    public TemplateHandlers(Account account) {
        this.account = account;
        this.fields = new TemplateParameters(account.site());
    }

    public ResponseContent create(Parameters parameters) {
        TemplateValues given = fields.create(parameters);
        long id;
        try {
            id = account.create(given);
        } catch (AccountException e) {
            throw apiError(e);
        }
        return json -> json.writeNumberField(TemplateParameters.ID, id);
    }

    public ResponseContent modify(Parameters parameters) {
        long id = parameters.requiredInteger(TemplateParameters.ID);
        TemplateValues change = fields.modify(parameters);
        try {
            account.modify(id, change);
        } catch (AccountException e) {
            throw apiError(e);
        }
        return ResponseContent.NONE;
    }

    public ResponseContent delete(Parameters parameters) {
        long id = onlyId(parameters);
        try {
            account.delete(id);
        } catch (AccountException e) {
            throw apiError(e);
        }
        return ResponseContent.NONE;
    }

    public ResponseContent describe(Parameters parameters) {
        long id = onlyId(parameters);
        Template template;
        try {
            template = account.template(id);
        } catch (AccountException e) {
            throw apiError(e);
        }
        return json -> {
            json.writeFieldName("Template");
            write(json, template);
        };
    }

    public ResponseContent list(Parameters parameters) {
        parameters.only(Set.of());
        List<Template> templates = account.templates();
        return json -> {
            json.writeArrayFieldStart("Templates");
            for (Template template : templates) {
                write(json, template);
            }
            json.writeEndArray();
        };
    }

    private static long onlyId(Parameters parameters) {
        return parameters.only(Set.of(TemplateParameters.ID)).requiredInteger(TemplateParameters.ID);
    }

    private void write(JsonGenerator json, Template template) throws IOException {
        Map<String, String> texts = template.fields().texts();
        json.writeStartObject();
        json.writeNumberField(TemplateParameters.ID, template.id());
        writeText(json, TemplateValues.NAME, texts);
        writeText(json, TemplateValues.DESCRIPTION, texts);
        for (EventType type : EventType.known()) {
            Optional<String> field = type.templateField();
            if (field.isPresent()) {
                writeText(json, field.get(), texts);
            }
        }
        List<String> levels = Objects.requireNonNull(template.fields().levels());
        if (account.site().reads(TemplateValues.LEVELS) && !levels.isEmpty()) {
            json.writeArrayFieldStart(TemplateValues.LEVELS);
            for (String level : levels) {
                json.writeString(level);
            }
            json.writeEndArray();
        }
        writeText(json, TemplateValues.CALLBACK_KEY, texts);
        json.writeEndObject();
    }

    private void writeText(JsonGenerator json, String field, Map<String, String> texts) throws IOException {
        Site site = account.site();
        String text = texts.get(field);
        if (!site.reads(field)) {
            return;
        }
        if (text != null) {
            json.writeStringField(field, text);
        } else if (NULL_IF_UNSET.contains(field)) {
            json.writeNullField(field);
        } else if (!ABSENT_IF_UNSET.contains(field)) {
            json.writeStringField(field, "");
        }
    }

    private static ApiErrorException apiError(AccountException e) {
        ErrorCode code = switch (e.reason()) {
            case NO_TEMPLATE -> ErrorCode.CONF_NOT_FOUND;
            case TEMPLATE_BOUND -> ErrorCode.CONF_IN_USED;
            case TOO_MANY_TEMPLATES -> ErrorCode.CONF_OUT_LIMIT;
            case NO_ADDRESS -> ErrorCode.MISSING_PARAMETER;
            case NO_RULE, RULE_EXISTS -> throw new IllegalStateException("templates are no rules", e);
        };
        return new ApiErrorException(code, e.description());
    }
}
