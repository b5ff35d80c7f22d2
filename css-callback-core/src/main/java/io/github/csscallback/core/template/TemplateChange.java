package io.github.csscallback.core.template;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.signature.CallbackKey;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A change to an existing callback template. Each field is left as it is, set or cleared; what is not mentioned is
 * left. The same rules as for {@link TemplateSpec} are checked when it is built.
 *
 * <p>How the service treats fields that are not sent, and whether an empty text clears one, is not documented; this SDK
 * assumes that the first leaves and the second clears, and reads the template back after each change so that you see
 * the outcome. A change takes 5 to 10 minutes to act on streams. Immutable and safe for use by several threads.
 *
 * <p>Source: ModifyLiveCallbackTemplate.
 *
 * @see <a href="https://cloud.tencent.com/document/product/267/32631">Documentation, zh 32631</a>
 * @see <a href="https://www.tencentcloud.com/document/product/267/30809">Documentation, intl 30809</a>
 */
public final class TemplateChange {

    private final FieldChange<String> name;
    private final FieldChange<String> description;
    private final Map<EventType, FieldChange<URI>> notifyUrls;
    private final FieldChange<List<String>> recordExceptionLevels;
    private final FieldChange<CallbackKey> callbackKey;

    private TemplateChange(Builder builder) {
        this.name = builder.name;
        this.description = builder.description;
        this.notifyUrls = Collections.unmodifiableMap(new LinkedHashMap<>(builder.notifyUrls));
        this.recordExceptionLevels = builder.recordExceptionLevels;
        this.callbackKey = builder.callbackKey;
    }

    /** Returns a builder of a change that leaves every field as it is. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The change of the name, which can only be left or set.
     *
     * @return the change of TemplateName
     */
    public FieldChange<String> name() {
        return name;
    }

    /**
     * What happens to the description.
     *
     * @return the change of Description
     */
    public FieldChange<String> description() {
        return description;
    }

    /**
     * The addresses that are set or cleared.
     *
     * @return in the order given, unmodifiable; types that are not in it are left
     */
    public Map<EventType, FieldChange<URI>> notifyUrls() {
        return notifyUrls;
    }

    /**
     * What happens to the levels of recording anomalies.
     *
     * @return the change of RecordExceptionLevels
     */
    public FieldChange<List<String>> recordExceptionLevels() {
        return recordExceptionLevels;
    }

    /**
     * What happens to the key.
     *
     * @return the change of CallbackKey
     */
    public FieldChange<CallbackKey> callbackKey() {
        return callbackKey;
    }

    /**
     * The names of all fields that are set or cleared.
     *
     * @return the API's names, in the order they are sent
     */
    public Set<String> fields() {
        Set<String> fields = new LinkedHashSet<>();
        addUnlessLeft(fields, TemplateRules.NAME, name);
        addUnlessLeft(fields, TemplateRules.DESCRIPTION, description);
        notifyUrls.forEach((type, change) -> addUnlessLeft(fields, TemplateRules.addressField(type), change));
        addUnlessLeft(fields, TemplateRules.RECORD_EXCEPTION_LEVELS, recordExceptionLevels);
        addUnlessLeft(fields, TemplateRules.CALLBACK_KEY, callbackKey);
        return Collections.unmodifiableSet(fields);
    }

    private static void addUnlessLeft(Set<String> fields, String field, FieldChange<?> change) {
        if (!(change instanceof FieldChange.Leave)) {
            fields.add(field);
        }
    }

    /**
     * Rejects fields that a site does not let be changed.
     *
     * @param site the site it is meant for
     * @throws IllegalArgumentException if there are any; the message names them
     */
    public void checkFor(Site site) {
        List<String> unknown = new ArrayList<>(fields());
        unknown.removeIf(site::modifies);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("site " + site + " does not let " + String.join(", ", unknown)
                    + " of a template be changed; leave it out"
                    + (unknown.stream().allMatch(site::creates) ? ", or create a new template" : ""));
        }
    }

    /** The fields that change, for logs; no value. */
    @Override
    public String toString() {
        return "TemplateChange[fields " + fields() + "]";
    }

    /** Builder of {@link TemplateChange}. The last call for a field counts. Not for use by several threads. */
    public static final class Builder {

        private FieldChange<String> name = new FieldChange.Leave<>();
        private FieldChange<String> description = new FieldChange.Leave<>();
        private final Map<EventType, FieldChange<URI>> notifyUrls = new LinkedHashMap<>();
        private FieldChange<List<String>> recordExceptionLevels = new FieldChange.Leave<>();
        private FieldChange<CallbackKey> callbackKey = new FieldChange.Leave<>();
        private boolean consoleLimits = true;

        private Builder() {}

        /**
         * Renames the template.
         *
         * @param text the new name
         */
        public Builder name(String text) {
            name = new FieldChange.Set<>(text);
            return this;
        }

        /**
         * Sets the description.
         *
         * @param text one line; spaces pass. Not empty: {@link #clearDescription()} empties it
         * @throws IllegalArgumentException if it is empty
         */
        public Builder description(String text) {
            if (text.isEmpty()) {
                throw TemplateRules.rejected(
                        TemplateRules.DESCRIPTION, "would be emptied; use clearDescription() for that");
            }
            description = new FieldChange.Set<>(text);
            return this;
        }

        /** Empties the description. */
        public Builder clearDescription() {
            description = new FieldChange.Clear<>();
            return this;
        }

        /**
         * Sets the address for events of a type.
         *
         * @param type a type that has a field in templates; StreamMixNotifyUrl can be set at creation only
         * @param address an http or https address that CSS can reach
         * @throws IllegalArgumentException if the type has no address in a template, or the address has another form
         */
        public Builder notifyUrl(EventType type, URI address) {
            TemplateRules.checkAddress(type, address);
            notifyUrls.put(type, new FieldChange.Set<>(address));
            return this;
        }

        /**
         * Clears the address of a type: its events are no longer sent. Whether a template may be left without any
         * address is not documented.
         *
         * @param type a type that has a field in templates
         * @throws IllegalArgumentException if the type has no address in a template
         */
        public Builder clearNotifyUrl(EventType type) {
            TemplateRules.addressField(type);
            notifyUrls.put(type, new FieldChange.Clear<>());
            return this;
        }

        /**
         * Sets the levels of recording anomalies that are reported.
         *
         * @param levels at least one
         * @throws IllegalArgumentException if there is none or one is blank
         */
        public Builder recordExceptionLevels(String... levels) {
            List<String> given = List.of(levels);
            TemplateRules.checkLevels(given);
            recordExceptionLevels = new FieldChange.Set<>(given);
            return this;
        }

        /** Empties the list of levels. */
        public Builder clearRecordExceptionLevels() {
            recordExceptionLevels = new FieldChange.Clear<>();
            return this;
        }

        /**
         * Changes the key, for every address of the template at once. For 5 to 10 minutes packets are signed with
         * either: configure the receiver with both first.
         *
         * @param key the new key
         */
        public Builder callbackKey(CallbackKey key) {
            callbackKey = new FieldChange.Set<>(key);
            return this;
        }

        /** Clears the key: packets are no longer signed, and a receiver of this SDK rejects them. */
        public Builder clearCallbackKey() {
            callbackKey = new FieldChange.Clear<>();
            return this;
        }

        /** Accepts what the API accepts but the console would not: longer names and descriptions, other keys. */
        public Builder beyondConsoleLimits() {
            consoleLimits = false;
            return this;
        }

        /**
         * Checks everything.
         *
         * @return the change
         * @throws IllegalArgumentException if something is rejected, or nothing would change; the message names field
         *     and rule
         */
        public TemplateChange build() {
            @Nullable String newName = valueOf(name);
            if (newName != null) {
                TemplateRules.checkName(newName, consoleLimits);
            }
            @Nullable String newDescription = valueOf(description);
            if (newDescription != null) {
                TemplateRules.checkDescription(newDescription, consoleLimits);
            }
            @Nullable CallbackKey newKey = valueOf(callbackKey);
            if (newKey != null) {
                TemplateRules.checkKey(newKey, consoleLimits);
            }
            TemplateChange change = new TemplateChange(this);
            if (change.fields().isEmpty()) {
                throw new IllegalArgumentException("nothing would change; set or clear at least one field");
            }
            return change;
        }

        private static <T> @Nullable T valueOf(FieldChange<T> change) {
            return change instanceof FieldChange.Set<T> set ? set.value() : null;
        }
    }
}
