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
final class Edges {

    private record Version(
            Map<EventType, String> addresses,
            @Nullable CallbackKey key,
            @Nullable CallbackKey previousKey) {

        static Version first(TemplateFields fields) {
            return new Version(fields.addresses(), fields.key().orElse(null), null);
        }

        Version followedBy(TemplateFields fields) {
            CallbackKey next = fields.key().orElse(null);
            return new Version(fields.addresses(), next, Objects.equals(key, next) ? previousKey : key);
        }
    }

    private final Map<Long, Timeline<Version>> templates = new HashMap<>();
    private final Map<Pair, Timeline<Optional<Long>>> bindings = new HashMap<>();
    /** What was bound before everything was forgotten, to say so. */
    private final Set<Pair> boundBefore;

    /** Edges that know nothing yet. */
    Edges() {
        this(Set.of());
    }

    private Edges(Set<Pair> boundBefore) {
        this.boundBefore = boundBefore;
    }

    /** New edges that know nothing any more. */
    Edges cleared() {
        Set<Pair> before = new HashSet<>(boundBefore);
        before.addAll(bindings.keySet());
        return new Edges(before);
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

    void bound(Pair pair, long templateId, Instant now, Duration delay) {
        bindings.computeIfAbsent(pair, unknown -> new Timeline<>()).add(Optional.of(templateId), now, delay);
    }

    /** A new template takes the place of another at once; to the stream that is a change of key, if the keys differ. */
    void boundAtOnce(Pair pair, Template template, Instant now) {
        inForce(pair, now)
                .map(replaced -> version(replaced, now).followedBy(template.fields()))
                .ifPresent(version -> begin(template.id(), version, now));
        bindings.put(pair, new Timeline<>());
        bound(pair, template.id(), now, Duration.ZERO);
    }

    void unbound(Pair pair, Instant now, Duration delay) {
        Timeline<Optional<Long>> binding = Objects.requireNonNull(bindings.get(pair), "a rule is known to the edges");
        binding.add(Optional.empty(), now, delay);
    }

    Route route(String domain, String app, Instant now) {
        Pair exact = new Pair(domain, app);
        return inForce(exact, now)
                .or(() -> inForce(exact.wholeDomain(), now))
                .<Route>map(id -> route(id, now))
                .orElseGet(() -> new Route.None(whyNone(exact, now)));
    }

    private Optional<Long> inForce(Pair pair, Instant now) {
        return Optional.ofNullable(bindings.get(pair))
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

    private String whyNone(Pair exact, Instant now) {
        return Stream.of(exact, exact.wholeDomain())
                .map(pair -> whenInForce(pair, now))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> "no rule binds " + exact + forgotten(exact) + others(exact, now));
    }

    private String forgotten(Pair exact) {
        return boundBefore.contains(exact) || boundBefore.contains(exact.wholeDomain())
                ? " any more: reset() forgot the one that did; bind it again"
                : "";
    }

    private Optional<String> whenInForce(Pair pair, Instant now) {
        return Optional.ofNullable(bindings.get(pair))
                .flatMap(binding -> binding.after(now).stream()
                        .filter(change -> change.value().isPresent())
                        .map(change -> "the rule of " + pair + ", made at " + change.madeAt() + ", comes into force at "
                                + change.from())
                        .findFirst());
    }

    private String others(Pair exact, Instant now) {
        String apps = bindings.keySet().stream()
                .filter(pair -> pair.domain().equals(exact.domain()))
                .filter(pair -> inForce(pair, now).isPresent())
                .map(Pair::app)
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
        return "Edges[" + templates.size() + " templates, " + bindings.size() + " rules]";
    }
}
