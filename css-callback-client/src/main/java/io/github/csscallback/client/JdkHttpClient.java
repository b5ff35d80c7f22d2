package io.github.csscallback.client;

import java.net.http.HttpClient;
import java.time.Duration;

/** The JDK's client: one of our own, and what must hold for one of the user's. */
final class JdkHttpClient {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    /** Seen on 17.0.15, where the header is lost, and on 25, where it is not. Between the two nobody looked, so 24 is a careful guess. */
    private static final int FIRST_JDK_THAT_KEEPS_AUTHORIZATION = 24;

    private JdkHttpClient() {}

    static HttpClient own(Duration timeout) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                // Everything the JDK does between two bytes is short: a hand-over to another thread costs more than it
                // does.
                // No code of the user's runs there.
                .executor(Runnable::run)
                .connectTimeout(timeout.compareTo(CONNECT_TIMEOUT) < 0 ? timeout : CONNECT_TIMEOUT)
                .build();
    }

    static void check(HttpClient client) {
        if (client.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException("the HttpClient follows redirects, which would carry the"
                    + " Authorization header to another host; build it with followRedirects(Redirect.NEVER)");
        }
        if (client.authenticator().isPresent() && Runtime.version().feature() < FIRST_JDK_THAT_KEEPS_AUTHORIZATION) {
            throw new IllegalArgumentException("the HttpClient has an Authenticator, with which this JDK removes"
                    + " the Authorization header of requests; build it without one, or run on JDK "
                    + FIRST_JDK_THAT_KEEPS_AUTHORIZATION + " or newer");
        }
    }
}
