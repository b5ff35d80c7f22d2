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
 * A callback template to be created: the address for each event type, and the key to sign packets with. Everything is
 * checked when it is built, before anything is sent.
 *
 * <p>Rejected always: what the API rejects (a name of more than 255 bytes or with other characters than Chinese,
 * letters, digits, {@code _} and {@code -}; a description of more than 1024 bytes; no address at all; an address that
 * is not http or https). Rejected unless {@link Builder#beyondConsoleLimits()} is called: what the console would not let
 * you edit later (a name of more than 30, a description of more than 100 characters, a key other than up to 32 letters
 * and digits). Characters are code points.
 *
 * <p>Not checked: whether an address can be reached. The service resolves its host and rejects what it cannot ( {@code
 * InvalidParameter.UrlNotSafe}). Immutable and safe for use by several threads.
 *
 * <p>Source: CreateLiveCallbackTemplate.
 *
 * @see <a href="https://cloud.tencent.com/document/product/267/32637">Documentation, zh 32637</a>
 * @see <a href="https://www.tencentcloud.com/document/product/267/30815">Documentation, intl 30815</a>
 */
public final class TemplateSpec {

    private final String name;
    private final @Nullable String description;
    private final Map<EventType, URI> notifyUrls;
    private final List<String> recordExceptionLevels;
    private final @Nullable CallbackKey callbackKey;

    private TemplateSpec(Builder builder) {
        this.name = builder.name;
        this.description = builder.description;
        this.notifyUrls = Collections.unmodifiableMap(new LinkedHashMap<>(builder.notifyUrls));
        this.recordExceptionLevels = List.copyOf(builder.recordExceptionLevels);
        this.callbackKey = builder.callbackKey;
    }

    /**
     * Returns a builder.
     *
     * @param name its name; it need not be unique according to the API, but give each template its own: a template is
     *     found by it when a response was lost
     */
    public static Builder named(String name) {
        return new Builder(name);
    }

    /**
     * The name.
     *
     * @return TemplateName
     */
    public String name() {
        return name;
    }

    /**
     * The description.
     *
     * @return Description, or null if none is given
     */
    public @Nullable String description() {
        return description;
    }

    /**
     * The addresses.
     *
     * @return at least one, in the order given, unmodifiable; {@link EventType#templateField()} is the field of each
     */
    public Map<EventType, URI> notifyUrls() {
        return notifyUrls;
    }

    /**
     * The levels of recording anomalies that are reported.
     *
     * @return RecordExceptionLevels, empty if not given
     */
    public List<String> recordExceptionLevels() {
        return recordExceptionLevels;
    }

    /**
     * The key to sign with.
     *
     * @return CallbackKey, or null if none is given: then genuine packets cannot be distinguished from forged ones
     */
    public @Nullable CallbackKey callbackKey() {
        return callbackKey;
    }

    /**
     * The names of all fields that are set.
     *
     * @return the API's names, in the order they are sent
     */
    public Set<String> fields() {
        Set<String> fields = new LinkedHashSet<>();
        fields.add(TemplateRules.NAME);
        if (description != null) {
            fields.add(TemplateRules.DESCRIPTION);
        }
        notifyUrls.keySet().forEach(type -> fields.add(TemplateRules.addressField(type)));
        if (!recordExceptionLevels.isEmpty()) {
            fields.add(TemplateRules.RECORD_EXCEPTION_LEVELS);
        }
        if (callbackKey != null) {
            fields.add(TemplateRules.CALLBACK_KEY);
        }
        return Collections.unmodifiableSet(fields);
    }

    /**
     * Rejects fields that a site does not take in a new template.
     *
     * @param site the site it is meant for
     * @throws IllegalArgumentException if there are any; the message names them
     */
    public void checkFor(Site site) {
        List<String> unknown = new ArrayList<>(fields());
        unknown.removeIf(site::creates);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("site " + site + " does not take " + String.join(", ", unknown)
                    + " in a new template; leave it out or choose the other site");
        }
    }

    /** Name and fields, for logs; no address and no key. */
    @Override
    public String toString() {
        return "TemplateSpec[" + name + ", fields " + fields() + "]";
    }

    /** Builder of {@link TemplateSpec}. Not for use by several threads. */
    public static final class Builder {

        private final String name;
        private @Nullable String description;
        private final Map<EventType, URI> notifyUrls = new LinkedHashMap<>();
        private List<String> recordExceptionLevels = List.of();
        private @Nullable CallbackKey callbackKey;
        private boolean consoleLimits = true;

        private Builder(String name) {
            this.name = name;
        }

        /**
         * Describes the template.
         *
         * @param text one line; spaces pass
         */
        public Builder description(String text) {
            description = text;
            return this;
        }

        /**
         * Sets the address for events of a type. Several types may share an address.
         *
         * @param type a type that has a field in templates
         * @param address an http or https address that CSS can reach; https is advised, as the signature does not cover
         *     the body. It is sent exactly as given
         * @throws IllegalArgumentException if the type has no address in a template, or the address has another form
         */
        public Builder notifyUrl(EventType type, URI address) {
            TemplateRules.checkAddress(type, address);
            notifyUrls.put(type, address);
            return this;
        }

        /**
         * Sets the levels of recording anomalies that are reported.
         *
         * @param levels at least one; the documentation names error, warning, info in one place and error, alarm in
         *     another, so they are not checked
         * @throws IllegalArgumentException if there is none or one is blank
         */
        public Builder recordExceptionLevels(String... levels) {
            List<String> given = List.of(levels);
            TemplateRules.checkLevels(given);
            recordExceptionLevels = given;
            return this;
        }

        /**
         * Sets the key to sign with.
         *
         * @param key the key; every address of the template shares it
         */
        public Builder callbackKey(CallbackKey key) {
            callbackKey = key;
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
         * @return the specification
         * @throws IllegalArgumentException if something is rejected; the message names field and rule
         */
        public TemplateSpec build() {
            TemplateRules.checkName(name, consoleLimits);
            if (description != null) {
                TemplateRules.checkDescription(description, consoleLimits);
            }
            if (callbackKey != null) {
                TemplateRules.checkKey(callbackKey, consoleLimits);
            }
            if (notifyUrls.isEmpty()) {
                throw new IllegalArgumentException(
                        "a template needs at least one address; call notifyUrl(type, address)");
            }
            return new TemplateSpec(this);
        }
    }
}
