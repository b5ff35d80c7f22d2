package io.github.csscallback.testkit.internal.account;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.signature.CallbackKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The configuration in force at the edge, which lags some minutes behind the account. A deleted template is kept while
 * a rule in force binds it. Not safe for use by several threads.
 */
final class EdgeConfig {

    private record Version(
            Map<EventType, String> addresses,
            @Nullable CallbackKey key,
            @Nullable CallbackKey previousKey) {

        static Version first(TemplateValues fields) {
            return new Version(fields.addresses(), fields.key().orElse(null), null);
        }

        Version followedBy(TemplateValues fields) {
            CallbackKey next = fields.key().orElse(null);
            return new Version(fields.addresses(), next, Objects.equals(key, next) ? previousKey : key);
        }
    }

    private final Map<Long, Timeline<Version>> templates = new HashMap<>();
    private final Map<RuleKey, Timeline<Optional<Long>>> bindings = new HashMap<>();
    /** The keys that were bound before a reset, for messages. */
    private final Set<RuleKey> boundBefore;

    /** Creates an empty configuration. */
    EdgeConfig() {
        this(Set.of());
    }

    private EdgeConfig(Set<RuleKey> boundBefore) {
        this.boundBefore = boundBefore;
    }

    /** Returns an empty configuration that remembers, for messages, what was bound. */
    EdgeConfig cleared() {
        Set<RuleKey> before = new HashSet<>(boundBefore);
        before.addAll(bindings.keySet());
        return new EdgeConfig(before);
    }

    /** A new template is in force at once, since it has no effect before a rule binds it. */
    void created(Template template, Instant now) {
        begin(template.id(), Version.first(template.fields()), now);
    }

    private void begin(long templateId, Version first, Instant now) {
        Timeline<Version> versions = new Timeline<>();
        versions.add(first, now, Duration.ZERO);
        templates.put(templateId, versions);
    }

    void modified(Template template, Instant now, Duration delay) {
        versions(template.id()).follow(version -> version.followedBy(template.fields()), now, delay);
    }

    void bound(RuleKey ruleKey, long templateId, Instant now, Duration delay) {
        bindings.computeIfAbsent(ruleKey, unknown -> new Timeline<>()).add(Optional.of(templateId), now, delay);
    }

    /** Replaces the bound template at once; for the stream this is a change of key, if the keys differ. */
    void boundAtOnce(RuleKey ruleKey, Template template, Instant now) {
        inForce(ruleKey, now)
                .map(replaced -> version(replaced, now).followedBy(template.fields()))
                .ifPresent(version -> begin(template.id(), version, now));
        bindings.put(ruleKey, new Timeline<>());
        bound(ruleKey, template.id(), now, Duration.ZERO);
    }

    void unbound(RuleKey ruleKey, Instant now, Duration delay) {
        Timeline<Optional<Long>> binding = Objects.requireNonNull(bindings.get(ruleKey), "the rule is in force");
        binding.add(Optional.empty(), now, delay);
    }

    Route route(String domain, String app, Instant now) {
        RuleKey exact = new RuleKey(domain, app);
        return inForce(exact, now)
                .or(() -> inForce(exact.wholeDomain(), now))
                .<Route>map(id -> route(id, now))
                .orElseGet(() -> new Route.None(reasonForNone(exact, now)));
    }

    private Optional<Long> inForce(RuleKey ruleKey, Instant now) {
        return Optional.ofNullable(bindings.get(ruleKey))
                .flatMap(binding -> binding.at(now))
                .flatMap(Timeline.Change::value);
    }

    private Version version(long templateId, Instant now) {
        return versions(templateId).at(now).orElseThrow().value();
    }

    private Route route(long templateId, Instant now) {
        Version version = version(templateId, now);
        return new Route.Bound(templateId, version.addresses(), version.key(), version.previousKey());
    }

    private String reasonForNone(RuleKey exact, Instant now) {
        return Stream.of(exact, exact.wholeDomain())
                .map(ruleKey -> whenInForce(ruleKey, now))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> "no rule binds " + exact + forgotten(exact) + others(exact, now));
    }

    private String forgotten(RuleKey exact) {
        return boundBefore.contains(exact) || boundBefore.contains(exact.wholeDomain())
                ? " any more: reset() discarded the rule; bind it again"
                : "";
    }

    private Optional<String> whenInForce(RuleKey ruleKey, Instant now) {
        return Optional.ofNullable(bindings.get(ruleKey))
                .flatMap(binding -> binding.after(now).stream()
                        .filter(change -> change.value().isPresent())
                        .map(change -> "the rule of " + ruleKey + ", made at " + change.madeAt()
                                + ", comes into force at " + change.from())
                        .findFirst());
    }

    private String others(RuleKey exact, Instant now) {
        String apps = bindings.keySet().stream()
                .filter(ruleKey -> ruleKey.domain().equals(exact.domain()))
                .filter(ruleKey -> inForce(ruleKey, now).isPresent())
                .map(RuleKey::app)
                .sorted()
                .limit(3)
                .reduce((some, other) -> some + ", " + other)
                .orElse("");
        return apps.isEmpty() ? "" : "; the domain has rules for " + apps;
    }

    /** Removes templates and rules that are not in force any more. */
    void forget(Set<Long> existing, Instant now) {
        bindings.values().forEach(binding -> binding.forgetUntil(now));
        bindings.values()
                .removeIf(binding ->
                        binding.last().value().isEmpty() && binding.last().holdsAt(now));
        Set<Long> kept = new HashSet<>(existing);
        bindings.values().forEach(binding -> binding.values().forEach(id -> id.ifPresent(kept::add)));
        templates.keySet().retainAll(kept);
    }

    private Timeline<Version> versions(long templateId) {
        return Objects.requireNonNull(templates.get(templateId), "the template is bound");
    }

    /** The numbers of templates and rules. */
    @Override
    public String toString() {
        return "EdgeConfig[" + templates.size() + " templates, " + bindings.size() + " rules]";
    }
}
