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
        return builder(css).build();
    }

    /** One that takes the first answer. */
    static CssCallbackClient impatient(CssSimulator css) {
        return builder(css).retry(RetryPolicy.none()).build();
    }

    private static CssCallbackClient.Builder builder(CssSimulator css) {
        SimulatedApi api = css.api();
        return CssCallbackClient.builder()
                .endpoint(Endpoint.of(api.endpoint()))
                .site(api.site())
                .credentials(CredentialsProvider.of(Credentials.of(api.secretId(), api.secretKey())));
    }
}
