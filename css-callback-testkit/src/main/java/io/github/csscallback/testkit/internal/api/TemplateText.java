package io.github.csscallback.testkit.internal.api;

import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.testkit.internal.account.TemplateFields;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

/** What the texts of a template may hold. An empty one clears its field, but for the name. Messages show no value. */
final class TemplateText {

    private static final int NAME_BYTES = 255;
    private static final int DESCRIPTION_BYTES = 1024;

    private TemplateText() {}

    static void check(String field, String text) {
        switch (field) {
            case TemplateFields.NAME -> checkName(text);
            case TemplateFields.DESCRIPTION -> checkDescription(text);
            case TemplateFields.CALLBACK_KEY -> checkKey(text);
            default -> checkAddress(field, text);
        }
    }

    private static void checkName(String name) {
        if (name.isEmpty() || !name.codePoints().allMatch(TemplateText::isNameCharacter)) {
            throw new ApiRefusal(
                    Code.BAD_NAME,
                    TemplateFields.NAME + " must be made of Chinese characters, letters, digits, '_' and '-'");
        }
        if (bytes(name) > NAME_BYTES) {
            throw new ApiRefusal(Code.BAD_NAME, tooLong(TemplateFields.NAME, name, NAME_BYTES));
        }
    }

    private static void checkDescription(String description) {
        checkLine(TemplateFields.DESCRIPTION, description);
        if (bytes(description) > DESCRIPTION_BYTES) {
            throw new ApiRefusal(
                    Code.INVALID_PARAMETER_VALUE, tooLong(TemplateFields.DESCRIPTION, description, DESCRIPTION_BYTES));
        }
    }

    private static void checkKey(String key) {
        if (key.isEmpty()) {
            return;
        }
        checkLine(TemplateFields.CALLBACK_KEY, key);
        try {
            CallbackKey.of(key);
        } catch (IllegalArgumentException e) {
            throw new ApiRefusal(Code.INVALID_PARAMETER_VALUE, TemplateFields.CALLBACK_KEY + ": " + e.getMessage());
        }
    }

    private static void checkAddress(String field, String address) {
        if (!address.isEmpty() && !isAddress(address)) {
            throw new ApiRefusal(
                    Code.INVALID_CALLBACK_URL,
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

    static void checkLevel(String level) {
        if (level.isBlank()) {
            throw new ApiRefusal(Code.INVALID_PARAMETER_VALUE, TemplateFields.LEVELS + " holds an empty level");
        }
        checkLine(TemplateFields.LEVELS, level);
    }

    /** Refuses what is not one line of text that can be written in UTF-8. */
    static void checkLine(String field, String text) {
        boolean good = text.codePoints()
                .noneMatch(character ->
                        Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE);
        if (!good) {
            throw new ApiRefusal(
                    Code.INVALID_PARAMETER_VALUE, field + " holds a control character or half a surrogate pair");
        }
    }

    private static boolean isNameCharacter(int character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || character == '_'
                || character == '-'
                || Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN;
    }

    static String tooLong(String field, String text, int limit) {
        return field + " has " + bytes(text) + " bytes in UTF-8; " + limit + " are allowed";
    }

    static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
