package io.github.csscallback.client.internal.action;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.csscallback.client.error.CssApiException;
import io.github.csscallback.client.error.ErrorKind;
import io.github.csscallback.client.internal.call.ApiCall;
import io.github.csscallback.client.internal.call.ApiCall.RetrySafety;
import io.github.csscallback.client.internal.call.ApiCaller;
import io.github.csscallback.client.internal.json.ApiTime;
import io.github.csscallback.client.internal.json.Json;
import io.github.csscallback.client.internal.json.ResponseMembers;
import io.github.csscallback.client.retry.Retry;
import io.github.csscallback.core.template.CallbackRule;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The three actions on rules. An empty app name is a value of its own and goes out as it is. */
public final class RuleActions {

    private static final String CREATE = "CreateLiveCallbackRule";
    private static final String DELETE = "DeleteLiveCallbackRule";
    private static final String LIST = "DescribeLiveCallbackRules";

    /** How often a bind is sent when the rules show that the one before did nothing. */
    private static final int BINDS = 2;

    private static final Duration BEFORE_LOOK = Duration.ofSeconds(1);

    private final ApiCaller caller;

    /** Actions on rules. */
    public RuleActions(ApiCaller caller) {
        this.caller = caller;
    }

    /** Binds a template. */
    public void bind(String pushDomain, String appName, long templateId) {
        checkPair(pushDomain, appName);
        ApiCall call = ApiCall.of(
                CREATE, Json.bytes(pair(pushDomain, appName).put("TemplateId", templateId)), RetrySafety.NEVER);
        Optional<CssApiException> lost = Optional.empty();
        for (int bind = 1; bind <= BINDS; bind++) {
            try {
                caller.call(call);
                return;
            } catch (CssApiException e) {
                if (e.kind() == ErrorKind.ALREADY_EXISTS && lost.isEmpty()) {
                    requireBoundSo(pushDomain, appName, templateId, e);
                    return;
                }
                if (e.kind() != ErrorKind.OUTCOME_UNKNOWN && e.kind() != ErrorKind.ALREADY_EXISTS) {
                    throw e;
                }
                lost = Optional.of(lost.orElse(e));
                if (isBound(pushDomain, appName, templateId, bind, lost.get())) {
                    return;
                }
            }
        }
        throw lost.orElseThrow();
    }

    /** Binding again what is bound so already succeeds; the service rejects it like any other bind of a bound pair. */
    private void requireBoundSo(String pushDomain, String appName, long templateId, CssApiException rejected) {
        Optional<CallbackRule> rule;
        try {
            rule = find(list(), pushDomain, appName);
        } catch (CssApiException e) {
            rejected.addSuppressed(e);
            throw rejected;
        }
        if (rule.isEmpty() || rule.get().templateId() != templateId) {
            throw rejected;
        }
    }

    /** Finds out from the rules whether a bind without a response took effect. */
    private boolean isBound(String pushDomain, String appName, long templateId, int look, CssApiException unknown) {
        caller.pause(new Retry(Retry.Reason.LOOKING_FOR_OUTCOME, look, BEFORE_LOOK, unknown));
        Optional<CallbackRule> rule;
        try {
            rule = find(list(), pushDomain, appName);
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
                            + rule.get().templateId() + " at that domain and path. The first response: "
                            + unknown.getMessage(),
                    unknown.details().as(ErrorKind.OUTCOME_UNKNOWN),
                    unknown);
        }
        return rule.isPresent();
    }

    /** Removes the rule of a pair. */
    public void unbind(String pushDomain, String appName) {
        checkPair(pushDomain, appName);
        caller.call(ApiCall.of(DELETE, Json.bytes(pair(pushDomain, appName)), RetrySafety.REMOVAL));
    }

    /**
     * Reads all rules.
     *
     * @return the rules, in the service's order
     */
    public List<CallbackRule> list() {
        return ResponseMembers.objects(
                        caller.call(ApiCall.of(LIST, Json.bytes(Json.object()), RetrySafety.READ)), "Rules")
                .stream()
                .map(RuleActions::rule)
                .toList();
    }

    /**
     * The rule of a pair among others.
     *
     * @return the rule, or empty if the pair has none
     */
    public static Optional<CallbackRule> find(List<CallbackRule> rules, String pushDomain, String appName) {
        return rules.stream().filter(rule -> rule.isFor(pushDomain, appName)).findFirst();
    }

    private static CallbackRule rule(ObjectNode info) {
        return new CallbackRule(
                Objects.requireNonNullElse(ResponseMembers.text(info, "DomainName"), ""),
                Objects.requireNonNullElse(ResponseMembers.text(info, "AppName"), ""),
                TemplateReader.id(LIST, info),
                ApiTime.parse(ResponseMembers.text(info, "CreateTime")),
                ApiTime.parse(ResponseMembers.text(info, "UpdateTime")));
    }

    private static ObjectNode pair(String pushDomain, String appName) {
        return Json.object().put("DomainName", pushDomain).put("AppName", appName);
    }

    private static void checkPair(String pushDomain, String appName) {
        PushPoint.requireDomain(pushDomain);
        PushPoint.requireAppName(appName);
    }
}
