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
 * What the edges know, which is what the account had some minutes ago. A template that is deleted stays known as long as
 * they still have a rule with it. Not for use by several threads.
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
    /** What was bound before everything was forgotten, to say so. */
    private final Set<RuleKey> boundBefore;

    /** EdgeConfig that know nothing yet. */
    EdgeConfig() {
        this(Set.of());
    }

    private EdgeConfig(Set<RuleKey> boundBefore) {
        this.boundBefore = boundBefore;
    }

    /** New edges that know nothing any more. */
    EdgeConfig cleared() {
        Set<RuleKey> before = new HashSet<>(boundBefore);
        before.addAll(bindings.keySet());
        return new EdgeConfig(before);
    }

    /** A new template holds at once: it acts only when a rule with it does. */
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

    /** A new template takes the place of another at once; to the stream that is a change of key, if the keys differ. */
    void boundAtOnce(RuleKey ruleKey, Template template, Instant now) {
        inForce(ruleKey, now)
                .map(replaced -> version(replaced, now).followedBy(template.fields()))
                .ifPresent(version -> begin(template.id(), version, now));
        bindings.put(ruleKey, new Timeline<>());
        bound(ruleKey, template.id(), now, Duration.ZERO);
    }

    void unbound(RuleKey ruleKey, Instant now, Duration delay) {
        Timeline<Optional<Long>> binding =
                Objects.requireNonNull(bindings.get(ruleKey), "a rule is known to the edges");
        binding.add(Optional.empty(), now, delay);
    }

    Route route(String domain, String app, Instant now) {
        RuleKey exact = new RuleKey(domain, app);
        return inForce(exact, now)
                .or(() -> inForce(exact.wholeDomain(), now))
                .<Route>map(id -> route(id, now))
                .orElseGet(() -> new Route.None(whyNone(exact, now)));
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

    private String whyNone(RuleKey exact, Instant now) {
        return Stream.of(exact, exact.wholeDomain())
                .map(ruleKey -> whenInForce(ruleKey, now))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> "no rule binds " + exact + forgotten(exact) + others(exact, now));
    }

    private String forgotten(RuleKey exact) {
        return boundBefore.contains(exact) || boundBefore.contains(exact.wholeDomain())
                ? " any more: reset() forgot the one that did; bind it again"
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

    /** Forgets templates and rules that are gone for the edges too. */
    void forget(Set<Long> existing, Instant now) {
        bindings.values().forEach(binding -> binding.forgetUntil(now));
        bindings.values()
                .removeIf(binding ->
                        binding.last().value().isEmpty() && binding.last().holdsAt(now));
        Set<Long> known = new HashSet<>(existing);
        bindings.values().forEach(binding -> binding.values().forEach(id -> id.ifPresent(known::add)));
        templates.keySet().retainAll(known);
    }

    private Timeline<Version> versions(long templateId) {
        return Objects.requireNonNull(templates.get(templateId), "a bound template is known to the edges");
    }

    /** How much is remembered. */
    @Override
    public String toString() {
        return "EdgeConfig[" + templates.size() + " templates, " + bindings.size() + " rules]";
    }
}
