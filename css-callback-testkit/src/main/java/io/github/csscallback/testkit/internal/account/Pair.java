package io.github.csscallback.testkit.internal.account;

import java.util.Locale;

/**
 * What a rule binds to.
 *
 * @param domain push domain in lower case, as its case does not matter
 * @param app push path; empty for all paths of the domain that have no rule of their own
 */
record Pair(String domain, String app) {

    Pair {
        domain = domain.toLowerCase(Locale.ROOT);
    }

    Pair wholeDomain() {
        return new Pair(domain, "");
    }

    @Override
    public String toString() {
        return domain + "/" + app;
    }
}
