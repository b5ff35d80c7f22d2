package io.github.csscallback.client;

import io.github.csscallback.client.error.CssApiException;
import io.github.csscallback.client.error.ErrorKind;
import io.github.csscallback.client.error.RebindException;
import io.github.csscallback.client.internal.action.RuleActions;
import io.github.csscallback.core.template.CallbackRule;
import java.util.Optional;

/**
 * Changes which template is bound. The API has no action for it and does not document binding a bound pair, so it is
 * unbound first; an old binding is put back if the new one cannot be made.
 */
final class RebindSteps {

    private final RuleActions rules;
    private final String pushDomain;
    private final String appName;
    private final long templateId;

    RebindSteps(RuleActions rules, String pushDomain, String appName, long templateId) {
        this.rules = rules;
        this.pushDomain = pushDomain;
        this.appName = appName;
        this.templateId = templateId;
    }

    RebindResult run() {
        Optional<CallbackRule> before = bound();
        if (before.isEmpty()) {
            rules.bind(pushDomain, appName, templateId);
            return new RebindResult(RebindResult.Change.BOUND, null, templateId);
        }
        long previous = before.get().templateId();
        if (previous == templateId) {
            return new RebindResult(RebindResult.Change.UNCHANGED, previous, templateId);
        }
        try {
            rules.unbind(before.get().pushDomain(), before.get().appName());
        } catch (CssApiException e) {
            if (e.kind() != ErrorKind.OUTCOME_UNKNOWN && e.kind() != ErrorKind.INTERRUPTED) {
                throw e;
            }
            throw putBack(previous, e);
        }
        try {
            rules.bind(pushDomain, appName, templateId);
        } catch (CssApiException e) {
            throw putBack(previous, e);
        }
        return new RebindResult(RebindResult.Change.REBOUND, previous, templateId);
    }

    private RebindException putBack(long previous, CssApiException failure) {
        // Leaving a path without a receiver is worse than reacting to an interrupt a little later.
        boolean interrupted = Thread.interrupted();
        try {
            Optional<CallbackRule> now = bound();
            if (now.isEmpty()) {
                rules.bind(pushDomain, appName, previous);
            }
            boolean restored = now.isEmpty() || now.get().templateId() == previous;
            return new RebindException(
                    "template " + templateId + " could not be bound; "
                            + (restored
                                    ? "template " + previous + ", which was bound before, is bound again"
                                    : "the rules show template " + now.get().templateId() + " instead")
                            + ". The error: " + failure.getMessage(),
                    failure,
                    previous,
                    restored);
        } catch (CssApiException | IllegalStateException e) {
            RebindException worse = new RebindException(
                    "template " + templateId + " could not be bound, and template " + previous
                            + ", which was bound before, could not be bound again: events of this push domain and path"
                            + " may have no receiver, bind one now. The first error: " + failure.getMessage(),
                    failure,
                    previous,
                    false);
            worse.addSuppressed(e);
            return worse;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Optional<CallbackRule> bound() {
        return RuleActions.find(rules.list(), pushDomain, appName);
    }
}
