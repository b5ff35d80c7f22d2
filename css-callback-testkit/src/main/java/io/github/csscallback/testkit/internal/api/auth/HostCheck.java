package io.github.csscallback.testkit.internal.api.auth;

import io.github.csscallback.testkit.internal.api.message.ApiErrorException;
import io.github.csscallback.testkit.internal.api.message.ApiRequest;
import io.github.csscallback.testkit.internal.api.message.ErrorCode;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Protects the API against DNS rebinding: a web page whose name resolves to this machine sends that name as Host, so
 * only names of this machine are accepted. A client that uses this API as a proxy sends an absolute URI in the request
 * line, which no page can; it may name the service.
 */
public final class HostCheck {

    private static final Pattern THIS_MACHINE =
            Pattern.compile("(localhost|([a-z0-9-]+\\.)+localhost|127(\\.[0-9]{1,3}){3}|\\[::1\\])(:[0-9]{1,5})?");
    private static final Pattern SERVICE =
            Pattern.compile("live(\\.[a-z0-9-]+)?\\.tencentcloudapi\\.com(:[0-9]{1,5})?");

    private HostCheck() {}

    public static void check(ApiRequest request) {
        checkHost(request);
        URI target = request.target();
        boolean isRoot = "/".equals(target.getRawPath()) && (target.isAbsolute() || target.getRawAuthority() == null);
        if (!isRoot || target.getRawQuery() != null) {
            throw new ApiErrorException(404, ErrorCode.INVALID_REQUEST, "the API has one path, /, and takes no query");
        }
        if (!request.method().equals("POST")) {
            throw new ApiErrorException(ErrorCode.UNSUPPORTED_PROTOCOL, "the method must be POST");
        }
    }

    private static void checkHost(ApiRequest request) {
        String given = request.header("host");
        String host = given == null ? "" : given.toLowerCase(Locale.ROOT);
        URI target = request.target();
        boolean proxied = target.isAbsolute();
        if (proxied && !host.equalsIgnoreCase(target.getRawAuthority())) {
            throw notForUs("the header host and the address in the request line do not agree");
        }
        if (!THIS_MACHINE.matcher(host).matches()
                && !(proxied && SERVICE.matcher(host).matches())) {
            throw notForUs("the header host must name this machine, as 127.0.0.1, localhost or [::1] with the port");
        }
    }

    private static ApiErrorException notForUs(String message) {
        return new ApiErrorException(403, ErrorCode.INVALID_REQUEST, message);
    }
}
