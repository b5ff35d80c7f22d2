package io.github.csscallback.testkit.simulator;

import io.github.csscallback.client.CssCallbackClient;
import io.github.csscallback.client.Endpoint;
import io.github.csscallback.client.credentials.Credentials;
import io.github.csscallback.client.credentials.CredentialsProvider;
import io.github.csscallback.client.retry.RetryPolicy;

/** Our own client of the management API, turned to a simulator. */
final class Clients {

    private Clients() {}

    static CssCallbackClient of(CssSimulator css) {
        return builder(css, permanent(css)).build();
    }

    /** One that takes the first answer. */
    static CssCallbackClient impatient(CssSimulator css) {
        return builder(css, permanent(css)).retry(RetryPolicy.none()).build();
    }

    static CssCallbackClient with(Credentials credentials, CssSimulator css) {
        return builder(css, credentials).build();
    }

    private static Credentials permanent(CssSimulator css) {
        return Credentials.of(css.api().secretId(), css.api().secretKey());
    }

    private static CssCallbackClient.Builder builder(CssSimulator css, Credentials credentials) {
        return CssCallbackClient.builder()
                .endpoint(Endpoint.of(css.api().endpoint()))
                .site(css.api().site())
                .credentials(CredentialsProvider.of(credentials));
    }
}
