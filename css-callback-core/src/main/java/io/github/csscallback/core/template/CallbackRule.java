package io.github.csscallback.core.template;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rule: it binds a callback template to a push domain and a push path. The pair of these two is its identity; it has
 * no number of its own. Immutable.
 *
 * <p>The canonical constructor is not API: fields may be added in a minor version.
 *
 * <p>Source: CallBackRuleInfo of DescribeLiveCallbackRules.
 *
 * @param pushDomain DomainName, the push domain
 * @param appName AppName, the push path; may be empty, which is not the same as {@code live}
 * @param templateId TemplateId, the template that is bound
 * @param createdAt CreateTime; null if the response has none or none in a known form
 * @param updatedAt UpdateTime; null likewise
 * @see <a href="https://cloud.tencent.com/document/product/267/32634">Documentation, zh 32634</a>
 * @see <a href="https://www.tencentcloud.com/document/product/267/30814">Documentation, intl 30814</a>
 */
public record CallbackRule(
        String pushDomain,
        String appName,
        long templateId,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt) {

    /**
     * Returns whether this rule is for the given push domain and app name.
     *
     * @param otherDomain compared without regard to case, as in all domain names
     * @param otherAppName compared exactly
     */
    public boolean isFor(String otherDomain, String otherAppName) {
        return pushDomain.equalsIgnoreCase(otherDomain) && appName.equals(otherAppName);
    }
}
