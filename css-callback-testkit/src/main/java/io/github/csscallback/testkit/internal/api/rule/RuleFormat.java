package io.github.csscallback.testkit.internal.api.rule;

import io.github.csscallback.testkit.internal.api.template.TemplateFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a rule may be for: the form of push domains and push paths. */
public final class RuleFormat {

    private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9_-]{1,63}(\\.[A-Za-z0-9_-]{1,63})*");
    private static final int DOMAIN_LENGTH = 253;
    private static final int APP_BYTES = 255;

    private RuleFormat() {}

    /**
     * What is wrong with a push domain.
     *
     * @param text the domain
     * @return what goes on from its name, or empty if nothing is wrong
     */
    public static Optional<String> domainError(String text) {
        return text.length() <= DOMAIN_LENGTH && DOMAIN.matcher(text).matches()
                ? Optional.empty()
                : Optional.of("must be a domain name, such as push.example.com");
    }

    /**
     * What is wrong with a push path.
     *
     * @param text the path; an empty one stands for the whole domain
     * @return what goes on from its name, or empty if nothing is wrong
     */
    public static Optional<String> appNameError(String text) {
        if (!TemplateFormat.isLine(text)) {
            return Optional.of(TemplateFormat.NO_LINE);
        }
        if (text.contains("/")) {
            return Optional.of("must be one part of a path, without '/'");
        }
        return TemplateFormat.whyTooLong(text, APP_BYTES);
    }
}
