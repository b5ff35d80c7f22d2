package io.github.csscallback.testkit.internal.api.rule;

import io.github.csscallback.testkit.internal.api.template.TemplateFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** The syntax of push domains and push paths in rules. */
public final class RuleFormat {

    private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9_-]{1,63}(\\.[A-Za-z0-9_-]{1,63})*");
    private static final int DOMAIN_LENGTH = 253;
    private static final int APP_BYTES = 255;

    private RuleFormat() {}

    /** Returns the predicate of an error message about a push domain, or empty if it is valid. */
    public static Optional<String> domainError(String text) {
        return text.length() <= DOMAIN_LENGTH && DOMAIN.matcher(text).matches()
                ? Optional.empty()
                : Optional.of("must be a domain name, such as push.example.com");
    }

    /**
     * Returns the predicate of an error message about a push path, or empty if it is valid. The empty path stands for
     * the whole domain.
     */
    public static Optional<String> appNameError(String text) {
        if (!TemplateFormat.isLine(text)) {
            return Optional.of(TemplateFormat.NO_LINE);
        }
        if (text.contains("/")) {
            return Optional.of("must be one part of a path, without '/'");
        }
        return TemplateFormat.lengthError(text, APP_BYTES);
    }
}
