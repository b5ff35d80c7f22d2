package io.github.csscallback.core.template;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.field.SecretText;
import io.github.csscallback.core.signature.CallbackKey;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A callback template as it exists at CSS. Nothing in it is checked: consoles, other tools and older versions of the
 * API made some of them. Prints neither addresses, which may have a secret path, nor the key.
 *
 * <p>The canonical constructor is not API: fields may be added in a minor version. Immutable and safe for use by
 * several threads.
 *
 * <p>Source: CallBackTemplateInfo of DescribeLiveCallbackTemplate.
 *
 * @param id TemplateId
 * @param name TemplateName; null if the response has none
 * @param description Description; null if there is none
 * @param notifyUrls the addresses by event type, as text, unmodifiable; only types that have one, but see {@code
 *     unreadableFields}
 * @param recordExceptionLevels RecordExceptionLevels, empty if there are none; the documentation names error, alarm
 * @param callbackKey CallbackKey as text; null if there is none. {@link #verificationKey()} gives it as a key
 * @param unreadableFields the API's names of fields whose state is not known, because the site never shows them:
 *     RecordStatusNotifyUrl after reading at the Chinese site. Empty for a template that was just created, whose fields
 *     are known from what was sent
 * @see <a href="https://cloud.tencent.com/document/product/267/32633">Documentation, zh 32633</a>
 * @see <a href="https://www.tencentcloud.com/document/product/267/30813">Documentation, intl 30813</a>
 */
public record CallbackTemplate(
        long id,
        @Nullable String name,
        @Nullable String description,
        Map<EventType, String> notifyUrls,
        List<String> recordExceptionLevels,
        @Nullable SecretText callbackKey,
        Set<String> unreadableFields) {

    /** Copies the collections. */
    public CallbackTemplate {
        notifyUrls = Collections.unmodifiableMap(new LinkedHashMap<>(notifyUrls));
        recordExceptionLevels = List.copyOf(recordExceptionLevels);
        unreadableFields = Set.copyOf(unreadableFields);
    }

    /**
     * Looks up the address for an event type.
     *
     * @param type the event type
     * @return the address, or empty if there is none or it cannot be read back, see {@link #unreadableFields()}
     */
    public Optional<String> notifyUrl(EventType type) {
        return Optional.ofNullable(notifyUrls.get(type));
    }

    /**
     * Returns the key in the form that a receiver takes, labelled with the template's id.
     *
     * @return the key, or null if the template has none
     * @throws IllegalArgumentException if the template's key is of a form that {@link CallbackKey} rejects
     */
    public @Nullable CallbackKey verificationKey() {
        return callbackKey == null ? null : CallbackKey.of(callbackKey.reveal(), "template-" + id);
    }

    /** Id, name and which events have an address, for logs. */
    @Override
    public String toString() {
        return "CallbackTemplate[" + id + ", " + name + ", addresses for " + notifyUrls.keySet() + ", "
                + (callbackKey == null ? "no key" : "key ***")
                + (unreadableFields.isEmpty() ? "" : ", cannot be read: " + unreadableFields) + "]";
    }
}
