package io.github.csscallback.client;

import io.github.csscallback.core.template.Site;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;

/**
 * Where requests go. Plain http is allowed for this machine's loopback only, since action and token are not protected by
 * the signature. Immutable.
 *
 * <p>Source of the host names: https://www.tencentcloud.com/document/api/267/30762
 *
 * @param uri scheme, host, port if it is not the usual one, and the path {@code /}
 */
public record Endpoint(URI uri) {

    /**
     * Checks the address.
     *
     * @throws IllegalArgumentException if it is not https, or http to loopback, or has more than host and port
     */
    public Endpoint {
        String scheme = Objects.requireNonNullElse(uri.getScheme(), "").toLowerCase(Locale.ROOT);
        String host = uri.getHost();
        if (host == null || uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "the endpoint needs a host and no user; give an address such as https://live.tencentcloudapi.com");
        }
        boolean secure = scheme.equals("https");
        if (!secure && !(scheme.equals("http") && isLoopback(host))) {
            throw new IllegalArgumentException("the endpoint must begin with https://; http:// is for loopback only,"
                    + " as 127.0.0.1, [::1] or localhost");
        }
        String path = Objects.requireNonNullElse(uri.getRawPath(), "");
        if (!(path.isEmpty() || path.equals("/")) || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("the endpoint must be only host and port, without path or query");
        }
        uri = URI.create(
                scheme + "://" + host.toLowerCase(Locale.ROOT) + (uri.getPort() < 0 ? "" : ":" + uri.getPort()) + "/");
    }

    /** The usual endpoint of a site: its nearest access point. */
    public static Endpoint of(Site site) {
        return of(URI.create(
                switch (site) {
                    case CHINA -> "https://live.tencentcloudapi.com/";
                    case INTERNATIONAL -> "https://live.intl.tencentcloudapi.com/";
                }));
    }

    /**
     * The access point of a region. It decides where requests enter, not which data they see; the finance zones are
     * separated from all others.
     *
     * @param region for example {@code ap-guangzhou} or {@code ap-shanghai-fsi}
     * @throws IllegalArgumentException if it is not lower-case letters, digits and minus
     */
    public static Endpoint ofRegion(String region) {
        if (!region.matches("[a-z0-9]+(-[a-z0-9]+)+")) {
            throw new IllegalArgumentException("a region is lower-case words joined by '-', such as ap-guangzhou");
        }
        return of(URI.create("https://live." + region + ".tencentcloudapi.com/"));
    }

    /**
     * Any other address, such as a gateway of yours or a simulated service.
     *
     * @param address scheme, host and port
     * @throws IllegalArgumentException if it is not https, or http to loopback, or has more than host and port
     */
    public static Endpoint of(URI address) {
        return new Endpoint(address);
    }

    /** By its letters: a name that resolves to loopback today may resolve elsewhere tomorrow. */
    private static boolean isLoopback(String host) {
        return host.equalsIgnoreCase("localhost")
                || host.equals("[::1]")
                || host.matches("127\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}");
    }
}
