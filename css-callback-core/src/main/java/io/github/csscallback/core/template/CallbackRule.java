package io.github.csscallback.core.template;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rule: it binds a callback template to a push domain and a push path. The pair of these two is its identity; it has no
 * number of its own. Immutable.
 *
 * <p>The canonical constructor is not API: fields may be added in a minor version.
 *
 * <p>Source: CallBackRuleInfo of DescribeLiveCallbackRules (zh 32634, intl 30814).
 *
 * @param domain DomainName, the push domain
 * @param app AppName, the push path; may be empty, which is not the same as {@code live}
 * @param templateId TemplateId, the template that is bound
 * @param createdAt CreateTime; null if the answer has none or none in a known form
 * @param updatedAt UpdateTime; null likewise
 */
public record CallbackRule(
        String domain,
        String app,
        long templateId,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt) {

    /**
     * Whether this is the rule of a pair.
     *
     * @param pushDomain a push domain; case does not matter, as in all domain names
     * @param pushPath a push path, exactly as in the rule
     * @return true if it is
     */
    public boolean isFor(String pushDomain, String pushPath) {
        return domain.equalsIgnoreCase(pushDomain) && app.equals(pushPath);
    }
}
