package io.github.csscallback.testkit.internal.account;

import java.util.Locale;

/**
 * What a rule binds to.
 *
 * @param domain push domain in lower case, as its case does not matter
 * @param app push path; empty for all paths of the domain that have no rule of their own
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
