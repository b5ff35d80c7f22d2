package io.github.csscallback.cli.simulate.control;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Keeps web pages out, which can send requests to this machine from any browser on it. A page whose name somebody points to
 * this machine sends its own name as Host; any other page cannot send JSON, or use DELETE, unless the server agrees first,
 * which this one never does.
 */
public final class WebPageGuard {

    private static final Pattern THIS_MACHINE =
            Pattern.compile("(localhost|127(\\.[0-9]{1,3}){3}|\\[::1])(:[0-9]{1,5})?");
    private static final Pattern JSON = Pattern.compile("application/json\\s*(;\\s*charset=\"?utf-8\"?\\s*)?");

    private WebPageGuard() {}

    static void checkHost(List<String> hosts) {
        if (hosts.size() != 1
                || !THIS_MACHINE.matcher(hosts.get(0).toLowerCase(Locale.ROOT)).matches()) {
            throw ControlException.of(
                    403, "the header Host must name this machine, as 127.0.0.1, localhost or [::1] with the port");
        }
    }

    static void checkContentType(List<String> types) {
        if (types.size() != 1
                || !JSON.matcher(types.get(0).strip().toLowerCase(Locale.ROOT)).matches()) {
            throw ControlException.of(
                    415, "send JSON and say so: Content-Type: application/json (curl does with --json)");
        }
    }
}
