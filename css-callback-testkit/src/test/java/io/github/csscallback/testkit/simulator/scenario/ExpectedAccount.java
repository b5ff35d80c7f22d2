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
 * What the account of a story must be by what its client was told was done: written now, in force when the change has had
 * its time. Kept beside the simulator, to judge it by. One rule at most, for one domain and path.
 */
final class ExpectedAccount {

    /**
     * A template's state.
     *
     * @param address where its events go
     * @param mixAddress where those of the kind go whose address cannot be changed
     * @param key what they are signed with
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
    /** In the order they were made, which is the order they come into force. */
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
        return Objects.requireNonNull(versions.get(id), "a template of the story");
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

    /** What the edges go by. */
    Optional<Version> inForce(Instant time) {
        Binding holding = bindings.get(0);
        for (Binding binding : bindings) {
            holding = binding.from().isAfter(time) ? holding : binding;
        }
        return holding.template().map(id -> versions(id).floorEntry(time).getValue());
    }

    /** Whether nothing was bound at some time of a span, be it for no longer than an instant. */
    boolean wasUnbound(Instant from, Instant to) {
        return inForce(from).isEmpty()
                || bindings.stream()
                        .filter(binding -> !binding.from().isBefore(from)
                                && !binding.from().isAfter(to))
                        .anyMatch(binding -> binding.template().isEmpty());
    }

    /** All that ever were written. */
    Set<CallbackKey> allKeys() {
        return keys;
    }
}
