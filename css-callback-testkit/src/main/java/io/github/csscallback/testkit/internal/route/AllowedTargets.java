package io.github.csscallback.testkit.internal.route;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The hosts that packets may be sent to. Names are compared as text and not resolved: the addresses of a name can
 * change, and the DNS query itself would disclose it.
 */
public final class AllowedTargets {

    private static final Pattern LOOPBACK_4 = Pattern.compile("127(\\.(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])){3}");
    private static final Pattern LOOPBACK_6 = Pattern.compile("\\[(0{0,4}:){2,7}0{0,3}1]");

    private final Set<String> allowed;

    /**
     * @param allowed names or IP addresses in addition to loopback
     */
    public AllowedTargets(Set<String> allowed) {
        Set<String> normal = new HashSet<>();
        allowed.forEach(host -> normal.add(normal(host)));
        this.allowed = Set.copyOf(normal);
    }

    /**
     * The reason why packets must not be sent to a host; empty if they may.
     *
     * @param host the host exactly as in the address
     */
    public Optional<String> rejection(String host) {
        if (isLoopback(host) || allowed.contains(normal(host))) {
            return Optional.empty();
        }
        return Optional.of(
                "its address is not on loopback; if " + host
                        + " is meant to get packets, name it with allowTarget(...), or --allow-target of css-callback simulate");
    }

    private static boolean isLoopback(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || LOOPBACK_4.matcher(name).matches()
                || LOOPBACK_6.matcher(name).matches();
    }

    private static String normal(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.contains(":") && !name.startsWith("[") ? "[" + name + "]" : name;
    }
}
