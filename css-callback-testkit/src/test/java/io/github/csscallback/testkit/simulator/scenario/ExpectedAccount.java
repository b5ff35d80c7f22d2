package io.github.csscallback.testkit.simulator.scenario;

import io.github.csscallback.core.signature.CallbackKey;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The expected state of the account, derived from the responses that the client got: written at once, in force after the
 * propagation time. It is independent of the simulator, which is checked against it. At most one rule, for one domain and path.
 */
final class ExpectedAccount {

    /**
     * A template's state.
     *
     * @param address the address of its events
     * @param mixAddress the address of stream mix events, which cannot be changed
     * @param key the callback key
     */
    record Version(URI address, URI mixAddress, CallbackKey key) {

        Version with(URI other) {
            return new Version(other, mixAddress, key);
        }

        Version with(CallbackKey other) {
            return new Version(address, mixAddress, other);
        }
    }

    private final Duration propagation;
    private final Map<Long, NavigableMap<Instant, Version>> versions = new TreeMap<>();
    /** In the order of creation, which is the order in which they come into force. */
    private final List<Binding> bindings = new ArrayList<>();

    private final Set<CallbackKey> keys = new HashSet<>();
    private final Set<Long> deleted = new HashSet<>();

    private record Binding(Instant from, Optional<Long> template) {}

    ExpectedAccount(Duration propagation) {
        this.propagation = propagation;
        bindings.add(new Binding(Instant.MIN, Optional.empty()));
    }

    void created(long id, Version version) {
        keys.add(version.key());
        versions.put(id, new TreeMap<>(Map.of(Instant.MIN, version)));
    }

    void modified(long id, Version version, Instant now) {
        keys.add(version.key());
        versions(id).put(now.plus(propagation), version);
    }

    void deleted(long id) {
        deleted.add(id);
    }

    void bound(long id, Instant now) {
        bindings.add(new Binding(now.plus(propagation), Optional.of(id)));
    }

    void unbound(Instant now) {
        bindings.add(new Binding(now.plus(propagation), Optional.empty()));
    }

    private NavigableMap<Instant, Version> versions(long id) {
        return Objects.requireNonNull(versions.get(id), "a template of the scenario");
    }

    /** As written last. */
    Version template(long id) {
        return versions(id).lastEntry().getValue();
    }

    /** Those that were not deleted. */
    Set<Long> templates() {
        Set<Long> left = new HashSet<>(versions.keySet());
        left.removeAll(deleted);
        return left;
    }

    /** As written last. */
    Optional<Long> boundTemplate() {
        return bindings.get(bindings.size() - 1).template();
    }

    /** The state in force. */
    Optional<Version> inForce(Instant time) {
        Binding holding = bindings.get(0);
        for (Binding binding : bindings) {
            holding = binding.from().isAfter(time) ? holding : binding;
        }
        return holding.template().map(id -> versions(id).floorEntry(time).getValue());
    }

    /** Whether no rule was in force at any instant of the span. */
    boolean wasUnbound(Instant from, Instant to) {
        return inForce(from).isEmpty()
                || bindings.stream()
                        .filter(binding -> !binding.from().isBefore(from)
                                && !binding.from().isAfter(to))
                        .anyMatch(binding -> binding.template().isEmpty());
    }

    /** Every state that was written. */
    Set<CallbackKey> allKeys() {
        return keys;
    }
}
