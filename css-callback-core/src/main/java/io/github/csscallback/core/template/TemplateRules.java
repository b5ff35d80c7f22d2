package io.github.csscallback.core.template;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.signature.CallbackKey;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What the API and the console allow in the fields of a template. The API's limits are counted in bytes of UTF-8, the
 * console's in characters, which are code points here. Messages never show a value: addresses often hold a secret path.
 *
 * <p>The name's alphabet is the documented one. A description's documented alphabet is not enforced by the service
 * (descriptions with spaces are in use), so it is only kept from what no text may hold.
 */
final class TemplateRules {

    static final String NAME = "TemplateName";
    static final String DESCRIPTION = "Description";
    static final String CALLBACK_KEY = "CallbackKey";
    static final String RECORD_EXCEPTION_LEVELS = "RecordExceptionLevels";

    private static final int NAME_BYTES = 255;
    private static final int NAME_CHARACTERS = 30;
    private static final int DESCRIPTION_BYTES = 1024;
    private static final int DESCRIPTION_CHARACTERS = 100;
    private static final int KEY_CHARACTERS = 32;

    private TemplateRules() {}

    static void checkName(String name, boolean consoleLimits) {
        if (name.isEmpty()) {
            throw rejected(NAME, "is empty; give the template a name");
        }
        if (!name.codePoints().allMatch(TemplateRules::isNameCharacter)) {
            throw rejected(NAME, "may hold only Chinese characters, letters a-z and A-Z, digits, '_' and '-'");
        }
        checkLength(NAME, name, NAME_BYTES, consoleLimits ? NAME_CHARACTERS : Integer.MAX_VALUE);
    }

    static void checkDescription(String description, boolean consoleLimits) {
        if (!description.codePoints().allMatch(TemplateRules::isTextCharacter)) {
            throw rejected(DESCRIPTION, "holds a control character or half a surrogate pair; give one line of text");
        }
        checkLength(
                DESCRIPTION,
                description,
                DESCRIPTION_BYTES,
                consoleLimits ? DESCRIPTION_CHARACTERS : Integer.MAX_VALUE);
    }

    static void checkKey(CallbackKey key, boolean consoleLimits) {
        String secret = key.reveal();
        if (consoleLimits
                && (secret.length() > KEY_CHARACTERS
                        || !secret.codePoints().allMatch(TemplateRules::isLetterOrDigit))) {
            throw rejected(
                    CALLBACK_KEY,
                    "must be up to " + KEY_CHARACTERS + " letters and digits, as in the console; the API documents no"
                            + " limit, so beyondConsoleLimits() lets others through");
        }
    }

    static void checkLevels(List<String> levels) {
        if (levels.isEmpty() || levels.stream().anyMatch(String::isBlank)) {
            throw rejected(RECORD_EXCEPTION_LEVELS, "needs at least one level, none of them blank");
        }
    }

    /** The name of the address field of an event type. */
    static String addressField(EventType type) {
        return type.templateField()
                .orElseThrow(() -> new IllegalArgumentException("a callback template has no address for event type "
                        + type + "; it is set elsewhere (relay task, monitor or console)"));
    }

    static void checkAddress(EventType type, URI address) {
        String field = addressField(type);
        String scheme = Objects.requireNonNullElse(address.getScheme(), "").toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw rejected(field, "must be an absolute address that begins with http:// or https://");
        }
        if (address.getHost() == null) {
            throw rejected(field, "names no host; give an address such as https://hooks.example.com/css");
        }
    }

    static IllegalArgumentException rejected(String field, String rule) {
        return new IllegalArgumentException(field + " " + rule);
    }

    private static void checkLength(String field, String text, int maxBytes, int maxCharacters) {
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > maxBytes) {
            throw rejected(
                    field, "has " + bytes + " bytes in UTF-8; the API takes at most " + maxBytes + ", shorten it");
        }
        int characters = text.codePointCount(0, text.length());
        if (characters > maxCharacters) {
            throw rejected(
                    field,
                    "has " + characters + " characters; the console takes at most " + maxCharacters
                            + ", shorten it or call beyondConsoleLimits()");
        }
    }

    private static boolean isNameCharacter(int character) {
        return isLetterOrDigit(character)
                || character == '_'
                || character == '-'
                || Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN;
    }

    private static boolean isLetterOrDigit(int character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9');
    }

    private static boolean isTextCharacter(int character) {
        // A surrogate that is still alone here has no partner and cannot be written in UTF-8.
        return !Character.isISOControl(character) && Character.getType(character) != Character.SURROGATE;
    }
}
