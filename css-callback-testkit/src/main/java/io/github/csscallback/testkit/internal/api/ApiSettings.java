package io.github.csscallback.testkit.internal.api;

import io.github.csscallback.core.template.Site;
import io.github.csscallback.testkit.internal.api.auth.Authorization;
import java.time.Clock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How the management API is set up. Prints neither key nor token.
 *
 * @param site whose fields and actions it has
 * @param secretId who may call
 * @param secretKey what requests are signed with
 * @param token what temporary credentials bring with them; null for permanent ones
 * @param port where it listens, 0 for any free port
 * @param clock what the time of requests is compared with; not the clock of events, which may stand still
 * @param rates how many requests are taken
 * @param nanoTime by which the seconds of rates are counted, as {@link System#nanoTime()}
 */
public record ApiSettings(
        Site site,
        String secretId,
        String secretKey,
        @Nullable String token,
        int port,
        Clock clock,
        RequestRates rates,
        LongSupplier nanoTime) {

    /**
     * Checks id, key and port.
     *
     * @param site as above
     * @param secretId as above
     * @param secretKey as above
     * @param token as above
     * @param port as above
     * @param clock as above
     * @param rates as above
     * @param nanoTime as above
     * @throws IllegalArgumentException if the id or the token could not stand in a header, the key is blank, or there is
     *     no such port
     */
    public ApiSettings {
        if (!Authorization.isSecretId(secretId)) {
            throw new IllegalArgumentException(
                    "the SecretId must be up to 128 visible characters of ASCII without '/' and ','");
        }
        if (secretKey.isBlank()) {
            throw new IllegalArgumentException("the SecretKey is blank");
        }
        if (token != null && !token.matches("[\\x21-\\x7e]{1,4096}")) {
            throw new IllegalArgumentException("the token must be up to 4096 visible characters of ASCII");
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("the port must be from 0 to 65535, not " + port);
        }
    }

    /**
     * Who may call and where, for logs.
     *
     * @return a short text
     */
    @Override
    public String toString() {
        return "ApiSettings[" + site + ", " + secretId + ", key ***" + (token == null ? "" : ", token ***") + ", port "
                + port + "]";
    }
}
