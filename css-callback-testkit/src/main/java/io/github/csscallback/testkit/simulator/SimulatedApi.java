package io.github.csscallback.testkit.simulator;

import io.github.csscallback.core.template.Site;
import java.net.URI;

/**
 * The management API of a simulated CSS: where it listens and what to sign with. Immutable.
 */
public final class SimulatedApi {

    private final URI endpoint;
    private final Site site;
    private final String secretId;
    private final String secretKey;

    SimulatedApi(URI endpoint, Site site, String secretId, String secretKey) {
        this.endpoint = endpoint;
        this.site = site;
        this.secretId = secretId;
        this.secretKey = secretKey;
    }

    /**
     * Where it listens, on loopback.
     *
     * @return for example {@code http://127.0.0.1:8080/}
     */
    public URI endpoint() {
        return endpoint;
    }

    /**
     * Whose fields and actions it has.
     *
     * @return the site
     */
    public Site site() {
        return site;
    }

    /**
     * Who may call.
     *
     * @return SecretId, made up
     */
    public String secretId() {
        return secretId;
    }

    /**
     * What requests are signed with.
     *
     * @return SecretKey, made up
     */
    public String secretKey() {
        return secretKey;
    }

    /**
     * Where it listens and who may call; not the key.
     *
     * @return a short text
     */
    @Override
    public String toString() {
        return "SimulatedApi[" + endpoint + ", " + site + ", " + secretId + ", key ***]";
    }
}
