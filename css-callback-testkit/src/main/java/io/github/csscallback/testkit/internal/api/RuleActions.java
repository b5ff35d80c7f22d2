package io.github.csscallback.testkit.internal.api;

import io.github.csscallback.core.template.CallbackRule;
import io.github.csscallback.core.template.Site;
import io.github.csscallback.testkit.internal.account.Account;
import io.github.csscallback.testkit.internal.account.AccountRefusal;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The three actions on rules. */
final class RuleActions {

    private static final String DOMAIN = "DomainName";
    private static final String APP = "AppName";

    private final Account account;

    RuleActions(Account account) {
        this.account = account;
    }

    Members create(Parameters parameters) {
        parameters.only(Set.of(DOMAIN, APP, TemplateParameters.ID));
        String domain = domain(parameters);
        String app = app(parameters);
        try {
            account.bind(domain, app, parameters.requiredInteger(TemplateParameters.ID));
        } catch (AccountRefusal e) {
            throw refusal(e);
        }
        return Members.NONE;
    }

    Members delete(Parameters parameters) {
        parameters.only(Set.of(DOMAIN, APP));
        String domain = domain(parameters);
        try {
            account.unbind(domain, app(parameters));
        } catch (AccountRefusal e) {
            throw refusal(e);
        }
        return Members.NONE;
    }

    Members list(Parameters parameters) {
        parameters.only(Set.of());
        List<CallbackRule> rules = account.rules();
        return json -> {
            json.writeArrayFieldStart("Rules");
            for (CallbackRule rule : rules) {
                json.writeStartObject();
                json.writeStringField("CreateTime", WireTime.beijing(Objects.requireNonNull(rule.createdAt())));
                json.writeStringField("UpdateTime", WireTime.beijing(Objects.requireNonNull(rule.updatedAt())));
                json.writeNumberField(TemplateParameters.ID, rule.templateId());
                json.writeStringField(DOMAIN, rule.domain());
                json.writeStringField(APP, rule.app());
                json.writeEndObject();
            }
            json.writeEndArray();
        };
    }

    private String domain(Parameters parameters) {
        String domain = parameters.requiredText(DOMAIN);
        RuleText.whyNotDomain(domain).ifPresent(why -> {
            throw new ApiRefusal(
                    account.site() == Site.INTERNATIONAL ? Code.DOMAIN_FORMAT_ERROR : Code.INVALID_PARAMETER_VALUE,
                    DOMAIN + " " + why);
        });
        return domain;
    }

    private static String app(Parameters parameters) {
        String app = parameters.requiredText(APP);
        RuleText.whyNotApp(app).ifPresent(why -> {
            throw new ApiRefusal(Code.INVALID_PARAMETER_VALUE, APP + " " + why);
        });
        return app;
    }

    private static ApiRefusal refusal(AccountRefusal refusal) {
        Code code = switch (refusal.reason()) {
            case NO_TEMPLATE -> Code.CONF_TO_BIND_NOT_FOUND;
            case NO_RULE -> Code.RULE_NOT_FOUND;
            case RULE_EXISTS -> Code.RULE_ALREADY_EXIST;
            case TEMPLATE_BOUND, TOO_MANY_TEMPLATES, NO_ADDRESS ->
                throw new IllegalStateException("rules are no templates", refusal);
        };
        return new ApiRefusal(code, refusal.words());
    }
}
