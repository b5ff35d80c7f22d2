package io.github.csscallback.testkit.internal.api.template;

import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.testkit.internal.account.TemplateValues;
import io.github.csscallback.testkit.internal.api.message.ApiErrorException;
import io.github.csscallback.testkit.internal.api.message.ErrorCode;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The syntax of the fields of templates. An empty value clears its field, except the name. Messages contain no values.
 */
public final class TemplateFormat {

    private static final int NAME_BYTES = 255;
    private static final int DESCRIPTION_BYTES = 1024;

    public static final String NO_LINE = "holds a control character or half a surrogate pair";

    private TemplateFormat() {}

    public static void check(String field, String text) {
        switch (field) {
            case TemplateValues.NAME -> checkName(text);
            case TemplateValues.DESCRIPTION -> checkDescription(text);
            case TemplateValues.CALLBACK_KEY -> checkKey(text);
            default -> checkAddress(field, text);
        }
    }

    private static void checkName(String name) {
        if (name.isEmpty()) {
            throw new ApiErrorException(ErrorCode.BAD_NAME, TemplateValues.NAME + " must not be empty");
        }
        if (!name.codePoints().allMatch(TemplateFormat::isNameCharacter)) {
            throw new ApiErrorException(
                    ErrorCode.BAD_NAME,
                    TemplateValues.NAME + " must be made of Chinese characters, letters, digits, '_' and '-'");
        }
        checkLength(ErrorCode.BAD_NAME, TemplateValues.NAME, name, NAME_BYTES);
    }

    private static void checkDescription(String description) {
        checkLine(TemplateValues.DESCRIPTION, description);
        checkLength(ErrorCode.INVALID_PARAMETER_VALUE, TemplateValues.DESCRIPTION, description, DESCRIPTION_BYTES);
    }

    private static void checkKey(String key) {
        if (key.isEmpty()) {
            return;
        }
        checkLine(TemplateValues.CALLBACK_KEY, key);
        try {
            CallbackKey.of(key);
        } catch (IllegalArgumentException e) {
            throw new ApiErrorException(
                    ErrorCode.INVALID_PARAMETER_VALUE, TemplateValues.CALLBACK_KEY + ": " + e.getMessage());
        }
    }

    private static void checkAddress(String field, String address) {
        if (!address.isEmpty() && !isAddress(address)) {
            throw new ApiErrorException(
                    ErrorCode.INVALID_CALLBACK_URL,
                    field + " must be an address that begins with http:// or https://, with a host and in ASCII");
        }
    }

    private static boolean isAddress(String text) {
        try {
            URI address = new URI(text);
            String scheme = Objects.requireNonNullElse(address.getScheme(), "").toLowerCase(Locale.ROOT);
            return (scheme.equals("http") || scheme.equals("https"))
                    && address.getHost() != null
                    && text.chars().allMatch(character -> character < 0x80);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    public static void checkLevel(String level) {
        if (level.isBlank()) {
            throw new ApiErrorException(
                    ErrorCode.INVALID_PARAMETER_VALUE, TemplateValues.LEVELS + " holds an empty level");
        }
        checkLine(TemplateValues.LEVELS, level);
    }

    private static void checkLine(String field, String text) {
        if (!isLine(text)) {
            throw new ApiErrorException(ErrorCode.INVALID_PARAMETER_VALUE, field + " " + NO_LINE);
        }
    }

    /** Whether the text is a single line that can be encoded in UTF-8. */
    public static boolean isLine(String text) {
        return text.codePoints()
                .noneMatch(character ->
                        Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE);
    }

    private static boolean isNameCharacter(int character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || character == '_'
                || character == '-'
                || Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN;
    }

    private static void checkLength(ErrorCode code, String field, String text, int limit) {
        lengthError(text, limit).ifPresent(error -> {
            throw new ApiErrorException(code, field + " " + error);
        });
    }

    public static Optional<String> lengthError(String text, int limit) {
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        return bytes > limit
                ? Optional.of("has " + bytes + " bytes in UTF-8; " + limit + " are allowed")
                : Optional.empty();
    }
}
