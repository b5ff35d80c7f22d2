package io.github.csscallback.testkit.simulator;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.testkit.internal.account.Account;
import io.github.csscallback.testkit.internal.account.Route;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Finds where an event goes: by the rule in force, or by the address that was set for a kind that no template knows. */
final class Destinations {

    /** CSS documents them without a signature. */
    private static final Set<Integer> UNSIGNED = Set.of(314, 328);

    private final Account account;
    private final Targets targets;
    private final Map<EventType, URI> beside = new ConcurrentHashMap<>();

    Destinations(Account account, Targets targets) {
        this.account = account;
        this.targets = targets;
    }

    /**
     * Sets the address of a kind that stands in no template.
     *
     * @throws IllegalArgumentException if the kind's address stands in templates, or the address has another form
     */
    void set(EventType type, URI address) {
        if (type.templateField().isPresent()) {
            throw new IllegalArgumentException("the address of " + type + " stands in the template, as "
                    + type.templateField().get() + "; set it there and bind it");
        }
        String scheme = String.valueOf(address.getScheme());
        if (!(scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https")) || address.getHost() == null) {
            throw new IllegalArgumentException("the address of " + type + " must be http or https, with a host");
        }
        beside.put(type, address);
    }

    /** The address that was set for a kind; null if none was. */
    @Nullable
    URI beside(EventType type) {
        return beside.get(type);
    }

    void clear() {
        beside.clear();
    }

    Destination of(EventType type, String domain, String app) {
        Route route = account.route(domain, app);
        Route.Bound bound = route instanceof Route.Bound found ? found : null;
        String address;
        if (type.templateField().isEmpty()) {
            URI own = beside.get(type);
            if (own == null) {
                return new Destination.Nowhere(
                        "no address is set for " + type + ", which stands in no template; call notifyUrl(...)");
            }
            address = own.toString();
        } else if (route instanceof Route.None none) {
            return new Destination.Nowhere(none.why());
        } else {
            address = bound == null ? null : bound.addresses().get(type);
            if (address == null) {
                return new Destination.Nowhere("the template in force for " + domain + "/" + app + " has no "
                        + type.templateField().get());
            }
        }
        boolean signed = bound != null && !UNSIGNED.contains(type.number());
        return at(address, signed ? bound.key() : null, signed ? bound.previousKey() : null);
    }

    private Destination at(String text, @Nullable CallbackKey key, @Nullable CallbackKey previousKey) {
        URI address;
        try {
            address = URI.create(text);
        } catch (IllegalArgumentException e) {
            return new Destination.Nowhere("its address is no address");
        }
        if (address.getScheme() == null || address.getHost() == null) {
            return new Destination.Nowhere("its address has no host");
        }
        Optional<String> refused = targets.whyNot(address.getHost());
        if (refused.isPresent()) {
            return new Destination.Nowhere(refused.get());
        }
        return new Destination.Address(address, key, previousKey);
    }
}
