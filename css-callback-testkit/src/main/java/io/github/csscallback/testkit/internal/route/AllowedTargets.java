package io.github.csscallback.testkit.internal.route;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which hosts packets may go to. Names are taken at their word and not resolved: what a name resolves to can change, and
 * looking one up would already tell somebody.
 */
public final class AllowedTargets {

    private static final Pattern LOOPBACK_4 = Pattern.compile("127(\\.(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])){3}");
    private static final Pattern LOOPBACK_6 = Pattern.compile("\\[(0{0,4}:){2,7}0{0,3}1]");

    private final Set<String> allowed;

    /**
     * Loopback, and some others.
     *
     * @param allowed names or IP addresses beside loopback
     */
    public AllowedTargets(Set<String> allowed) {
        Set<String> normal = new HashSet<>();
        allowed.forEach(host -> normal.add(normal(host)));
        this.allowed = Set.copyOf(normal);
    }

    /**
     * Why a packet must not go to a host.
     *
     * @param host as it stands in the address
     * @return the reason in words; empty if it may go there
     */
    public Optional<String> whyNot(String host) {
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
