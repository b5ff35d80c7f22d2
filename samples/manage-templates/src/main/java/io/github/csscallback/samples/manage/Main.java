package io.github.csscallback.samples.manage;

import io.github.csscallback.client.CssCallbackClient;
import io.github.csscallback.client.Endpoint;
import io.github.csscallback.client.credentials.CredentialsProvider;
import io.github.csscallback.client.error.CssApiException;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.template.Site;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the sample: push domain, path and address as arguments, all secrets from the environment. */
public final class Main {

    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    private Main() {}

    /**
     * Runs it.
     *
     * @param args push domain, push path, address
     */
    public static void main(String[] args) {
        Map<String, String> environment = System.getenv();
        String key = environment.getOrDefault("CSS_CALLBACK_KEY", "");
        if (args.length != 3 || key.isBlank()) {
            LOG.error(
                    "Set CSS_CALLBACK_KEY to the key that the template shall have, and give three arguments: DOMAIN APP"
                            + " URL, for example push.example.com live https://hooks.example.com/css");
            System.exit(2);
            return;
        }
        try (CssCallbackClient client = client(environment)) {
            new TemplateRound(client, args[0], args[1]).run(URI.create(args[2]), CallbackKey.of(key));
        } catch (CssApiException e) {
            // Its message holds no secret. Decide by e.kind() where your program has to.
            LOG.error("{}", e.getMessage());
            System.exit(1);
        }
    }

    private static CssCallbackClient client(Map<String, String> environment) {
        CssCallbackClient.Builder client = CssCallbackClient.builder()
                .credentials(CredentialsProvider.defaultChain())
                .site(Site.valueOf(environment.getOrDefault("SITE", "china").toUpperCase(Locale.ROOT)));
        String endpoint = environment.getOrDefault("CSS_CALLBACK_ENDPOINT", "");
        if (!endpoint.isBlank()) {
            client.endpoint(Endpoint.of(URI.create(endpoint)));
        }
        return client.build();
    }
}
