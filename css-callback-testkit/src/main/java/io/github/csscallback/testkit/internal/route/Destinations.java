package io.github.csscallback.testkit.internal.route;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.testkit.internal.account.Account;
import io.github.csscallback.testkit.internal.account.Route;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the destination of an event: by the rule in force, or the address set for a type that has none in templates.
 */
public final class Destinations {

    private final Account account;
    private final AllowedTargets targets;
    private final Map<EventType, URI> consoleAddresses = new ConcurrentHashMap<>();

    public Destinations(Account account, AllowedTargets targets) {
        this.account = account;
        this.targets = targets;
    }

    /**
     * Sets the address of a type that has none in templates.
     *
     * @throws IllegalArgumentException if templates have an address for the type, or the address has another form
     */
    public void set(EventType type, URI address) {
        if (type.templateField().isPresent()) {
            throw new IllegalArgumentException("the address of " + type + " stands in the template, as "
                    + type.templateField().get() + "; set it there and bind it");
        }
        String scheme = String.valueOf(address.getScheme());
        if (!(scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https")) || address.getHost() == null) {
            throw new IllegalArgumentException("the address of " + type + " must be http or https, with a host");
        }
        consoleAddresses.put(type, address);
    }

    /** The address that was set for a type; null if none was. */
    public @Nullable URI consoleAddress(EventType type) {
        return consoleAddresses.get(type);
    }

    /** Discards the addresses that were set. */
    public void clear() {
        consoleAddresses.clear();
    }

    /**
     * The current destination of an event.
     *
     * @param domain the push domain
     * @param app the push path
     */
    public Destination of(EventType type, String domain, String app) {
        Route route = account.route(domain, app);
        if (type.templateField().isEmpty()) {
            URI address = consoleAddresses.get(type);
            return address == null
                    ? new Destination.Nowhere(
                            "no address is set for " + type
                                    + ", which stands in no template; set one with notifyUrl(...), or POST /notify-urls of css-callback simulate")
                    : at(address.toString(), type, route);
        }
        if (route instanceof Route.Bound bound) {
            String address = bound.addresses().get(type);
            return address == null
                    ? new Destination.Nowhere("the template in force for " + domain + "/" + app + " has no "
                            + type.templateField().get())
                    : at(address, type, route);
        }
        return new Destination.Nowhere(((Route.None) route).reason());
    }

    private Destination at(String text, EventType type, Route route) {
        URI address;
        try {
            address = new URI(text);
        } catch (URISyntaxException e) {
            return new Destination.Nowhere("its address is no address");
        }
        if (address.getScheme() == null || address.getHost() == null) {
            return new Destination.Nowhere("its address has no host");
        }
        Optional<String> rejection = targets.rejection(address.getHost());
        if (rejection.isPresent()) {
            return new Destination.Nowhere(rejection.get());
        }
        return route instanceof Route.Bound bound && type.isSigned()
                ? new Destination.Address(address, bound.key(), bound.previousKey())
                : new Destination.Address(address, null, null);
    }
}
