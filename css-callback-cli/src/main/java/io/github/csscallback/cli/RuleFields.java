package io.github.csscallback.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.csscallback.core.template.CallbackRule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A rule under the API's field names. */
final class RuleFields {

    static final String DOMAIN = "DomainName";
    static final String APP = "AppName";
    static final String CREATED = "CreateTime";
    static final String UPDATED = "UpdateTime";

    private RuleFields() {}

    static ObjectNode json(CallbackRule rule) {
        return JsonNodeFactory.instance
                .objectNode()
                .put(DOMAIN, rule.domain())
                .put(APP, rule.app())
                .put(TemplateFields.ID, rule.templateId())
                .put(CREATED, time(rule.createdAt()))
                .put(UPDATED, time(rule.updatedAt()));
    }

    private static @Nullable String time(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
