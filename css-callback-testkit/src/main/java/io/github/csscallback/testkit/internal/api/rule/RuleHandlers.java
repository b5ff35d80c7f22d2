package io.github.csscallback.testkit.internal.api.rule;

import io.github.csscallback.core.template.CallbackRule;
import io.github.csscallback.core.template.Site;
import io.github.csscallback.testkit.internal.account.Account;
import io.github.csscallback.testkit.internal.account.AccountException;
import io.github.csscallback.testkit.internal.api.message.ApiErrorException;
import io.github.csscallback.testkit.internal.api.message.ErrorCode;
import io.github.csscallback.testkit.internal.api.message.Parameters;
import io.github.csscallback.testkit.internal.api.message.ResponseContent;
import io.github.csscallback.testkit.internal.api.record.RecordTime;
import io.github.csscallback.testkit.internal.api.template.TemplateParameters;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The actions on rules. */
public final class RuleHandlers {

    private static final String DOMAIN = "DomainName";
    private static final String APP = "AppName";

    private final Account account;

    public RuleHandlers(Account account) {
        this.account = account;
    }

    public ResponseContent create(Parameters parameters) {
        parameters.only(Set.of(DOMAIN, APP, TemplateParameters.ID));
        String domain = domain(parameters);
        String app = app(parameters);
        try {
            account.bind(domain, app, parameters.requiredInteger(TemplateParameters.ID));
        } catch (AccountException e) {
            throw apiError(e);
        }
        return ResponseContent.NONE;
    }

    public ResponseContent delete(Parameters parameters) {
        parameters.only(Set.of(DOMAIN, APP));
        String domain = domain(parameters);
        try {
            account.unbind(domain, app(parameters));
        } catch (AccountException e) {
            throw apiError(e);
        }
        return ResponseContent.NONE;
    }

    public ResponseContent list(Parameters parameters) {
        parameters.only(Set.of());
        List<CallbackRule> rules = account.rules();
        return json -> {
            json.writeArrayFieldStart("Rules");
            for (CallbackRule rule : rules) {
                json.writeStartObject();
                json.writeStringField("CreateTime", RecordTime.beijing(Objects.requireNonNull(rule.createdAt())));
                json.writeStringField("UpdateTime", RecordTime.beijing(Objects.requireNonNull(rule.updatedAt())));
                json.writeNumberField(TemplateParameters.ID, rule.templateId());
                json.writeStringField(DOMAIN, rule.pushDomain());
                json.writeStringField(APP, rule.appName());
                json.writeEndObject();
            }
            json.writeEndArray();
        };
    }

    private String domain(Parameters parameters) {
        String domain = parameters.requiredText(DOMAIN);
        RuleFormat.domainError(domain).ifPresent(error -> {
            throw new ApiErrorException(
                    account.site() == Site.INTERNATIONAL
                            ? ErrorCode.DOMAIN_FORMAT_ERROR
                            : ErrorCode.INVALID_PARAMETER_VALUE,
                    DOMAIN + " " + error);
        });
        return domain;
    }

    private static String app(Parameters parameters) {
        String app = parameters.requiredText(APP);
        RuleFormat.appNameError(app).ifPresent(error -> {
            throw new ApiErrorException(ErrorCode.INVALID_PARAMETER_VALUE, APP + " " + error);
        });
        return app;
    }

    private static ApiErrorException apiError(AccountException e) {
        ErrorCode code = switch (e.reason()) {
            case NO_TEMPLATE -> ErrorCode.CONF_TO_BIND_NOT_FOUND;
            case NO_RULE -> ErrorCode.RULE_NOT_FOUND;
            case RULE_EXISTS -> ErrorCode.RULE_ALREADY_EXIST;
            case TEMPLATE_BOUND, TOO_MANY_TEMPLATES, NO_ADDRESS ->
                throw new IllegalStateException("rules are no templates", e);
        };
        return new ApiErrorException(code, e.description());
    }
}
