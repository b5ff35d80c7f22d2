package io.github.csscallback.testkit.internal.account;

import java.util.Locale;

/**
 * The key of a rule.
 *
 * @param domain the push domain in lower case, since its case is not significant
 * @param app the push path; empty for all paths of the domain that have no rule of their own
 */
record RuleKey(String domain, String app) {

    RuleKey {
        domain = domain.toLowerCase(Locale.ROOT);
    }

    RuleKey wholeDomain() {
        return new RuleKey(domain, "");
    }

    @Override
    public String toString() {
        return domain + "/" + app;
    }
}
