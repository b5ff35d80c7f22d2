package io.github.csscallback.testkit.internal.api;

import io.github.csscallback.core.template.Site;
import io.github.csscallback.testkit.internal.api.auth.Authorization;
import java.time.Clock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the management API. Its string contains neither key nor token.
 *
 * @param site the site whose fields and actions the API has
 * @param secretId the SecretId that is accepted
 * @param secretKey the SecretKey that requests must be signed with
 * @param token the token of temporary credentials; null for permanent ones
 * @param port the port, 0 for any free port
 * @param clock the clock that the timestamps of requests are compared with; not the clock of events, which may stand
 *     still
 * @param rates the requests per second that are accepted
 * @param nanoTime the time source of the rates, like {@link System#nanoTime()}
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
     * Checks id, key, token and port.
     *
     * @throws IllegalArgumentException if id or token are not valid in a header, the key is blank, or there is no such
     *     port
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

    /** Site, SecretId and port. */
    @Override
    public String toString() {
        return "ApiSettings[" + site + ", " + secretId + ", key ***" + (token == null ? "" : ", token ***") + ", port "
                + port + "]";
    }
}
