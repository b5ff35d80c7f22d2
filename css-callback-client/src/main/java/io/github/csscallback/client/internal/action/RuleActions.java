package io.github.csscallback.client.internal.action;

import io.github.csscallback.client.error.CssApiException;
import io.github.csscallback.client.error.ErrorKind;
import io.github.csscallback.client.internal.call.ApiCall;
import io.github.csscallback.client.internal.call.ApiCall.Repeat;
import io.github.csscallback.client.internal.call.ApiCaller;
import io.github.csscallback.client.internal.json.Fields;
import io.github.csscallback.client.internal.json.JsonBytes;
import io.github.csscallback.client.internal.json.WireTime;
import io.github.csscallback.client.retry.Retry;
import io.github.csscallback.core.template.CallbackRule;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The three actions on rules. An empty app is a value of its own and goes out as it is. */
public final class RuleActions {

    private static final String CREATE = "CreateLiveCallbackRule";
    private static final String DELETE = "DeleteLiveCallbackRule";
    private static final String LIST = "DescribeLiveCallbackRules";

    /** How often a bind is sent when the rules show that the one before did nothing. */
    private static final int BINDS = 2;

    private static final Duration BEFORE_LOOK = Duration.ofSeconds(1);

    private final ApiCaller caller;

    /**
     * Actions on rules.
     *
     * @param caller calls
     */
    public RuleActions(ApiCaller caller) {
        this.caller = caller;
    }

    /**
     * Binds a template.
     *
     * @param domain push domain
     * @param app push path
     * @param templateId which template
     */
    public void bind(String domain, String app, long templateId) {
        checkPair(domain, app);
        ApiCall call = ApiCall.of(
                CREATE,
                JsonBytes.object(json -> {
                    json.writeStringField("DomainName", domain);
                    json.writeStringField("AppName", app);
                    json.writeNumberField("TemplateId", templateId);
                }),
                Repeat.NEVER);
        Optional<CssApiException> lost = Optional.empty();
        for (int bind = 1; bind <= BINDS; bind++) {
            try {
                caller.call(call);
                return;
            } catch (CssApiException e) {
                boolean ofOurOwn = e.kind() == ErrorKind.ALREADY_EXISTS && lost.isPresent();
                if (e.kind() != ErrorKind.OUTCOME_UNKNOWN && !ofOurOwn) {
                    throw e;
                }
                lost = Optional.of(lost.orElse(e));
                if (isBound(domain, app, templateId, bind, lost.get())) {
                    return;
                }
            }
        }
        throw lost.orElseThrow();
    }

    /** Asks the rules what a bind without an answer did. */
    private boolean isBound(String domain, String app, long templateId, int look, CssApiException unknown) {
        caller.pause(new Retry(Retry.Reason.LOOKING_FOR_OUTCOME, look, BEFORE_LOOK, unknown));
        Optional<CallbackRule> rule;
        try {
            rule = find(list(), domain, app);
        } catch (CssApiException e) {
            if (e.kind() == ErrorKind.INTERRUPTED) {
                throw e;
            }
            unknown.addSuppressed(e);
            throw unknown;
        }
        if (rule.isPresent() && rule.get().templateId() != templateId) {
            throw new CssApiException(
                    CREATE + ": it is not known whether the template was bound; the rules show template "
                            + rule.get().templateId() + " at that domain and path. The first answer: "
                            + unknown.getMessage(),
                    unknown.details().as(ErrorKind.OUTCOME_UNKNOWN),
                    unknown);
        }
        return rule.isPresent();
    }

    /**
     * Removes the rule of a pair.
     *
     * @param domain push domain
     * @param app push path
     */
    public void unbind(String domain, String app) {
        checkPair(domain, app);
        caller.call(ApiCall.of(
                DELETE,
                JsonBytes.object(json -> {
                    json.writeStringField("DomainName", domain);
                    json.writeStringField("AppName", app);
                }),
                Repeat.REMOVAL));
    }

    /**
     * Reads all rules.
     *
     * @return the rules, in the service's order
     */
    public List<CallbackRule> list() {
        return caller.call(ApiCall.of(LIST, JsonBytes.emptyObject(), Repeat.READ)).objects("Rules").stream()
                .map(RuleActions::rule)
                .toList();
    }

    /**
     * The rule of a pair among others.
     *
     * @param rules the rules
     * @param domain push domain
     * @param app push path
     * @return the rule, or empty if the pair has none
     */
    public static Optional<CallbackRule> find(List<CallbackRule> rules, String domain, String app) {
        return rules.stream().filter(rule -> rule.isFor(domain, app)).findFirst();
    }

    private static CallbackRule rule(Fields fields) {
        return new CallbackRule(
                Objects.requireNonNullElse(fields.text("DomainName"), ""),
                Objects.requireNonNullElse(fields.text("AppName"), ""),
                TemplateReader.id(LIST, fields),
                WireTime.parse(fields.text("CreateTime")),
                WireTime.parse(fields.text("UpdateTime")));
    }

    private static void checkPair(String domain, String app) {
        Objects.requireNonNull(app, "app");
        if (domain.isBlank()) {
            throw new IllegalArgumentException("DomainName is blank; give the push domain, such as push.example.com");
        }
    }
}
