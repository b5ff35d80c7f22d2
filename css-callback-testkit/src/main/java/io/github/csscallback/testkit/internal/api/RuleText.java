package io.github.csscallback.testkit.internal.api;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a rule may be for: the form of push domains and push paths. */
public final class RuleText {

    private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9_-]{1,63}(\\.[A-Za-z0-9_-]{1,63})*");
    private static final int DOMAIN_LENGTH = 253;
    private static final int APP_BYTES = 255;

    private RuleText() {}

    /**
     * What is wrong with a push domain.
     *
     * @param text the domain
     * @return what goes on from its name, or empty if nothing is wrong
     */
    public static Optional<String> whyNotDomain(String text) {
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
    public static Optional<String> whyNotApp(String text) {
        if (!TemplateText.isLine(text)) {
            return Optional.of(TemplateText.NO_LINE);
        }
        if (text.contains("/")) {
            return Optional.of("must be one part of a path, without '/'");
        }
        return TemplateText.whyTooLong(text, APP_BYTES);
    }
}
