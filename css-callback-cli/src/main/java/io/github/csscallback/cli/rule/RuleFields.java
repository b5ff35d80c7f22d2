package io.github.csscallback.cli.rule;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.csscallback.cli.template.TemplateFields;
import io.github.csscallback.core.template.CallbackRule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A rule under the API's field names. */
public final class RuleFields {

    public static final String DOMAIN = "DomainName";
    public static final String APP = "AppName";
    public static final String CREATED = "CreateTime";
    public static final String UPDATED = "UpdateTime";

    private RuleFields() {}

    public static ObjectNode json(CallbackRule rule) {
        return JsonNodeFactory.instance
                .objectNode()
                .put(DOMAIN, rule.pushDomain())
                .put(APP, rule.appName())
                .put(TemplateFields.ID, rule.templateId())
                .put(CREATED, time(rule.createdAt()))
                .put(UPDATED, time(rule.updatedAt()));
    }

    private static @Nullable String time(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
