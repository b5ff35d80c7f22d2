package io.github.csscallback.cli.service;

import io.github.csscallback.cli.convert.SiteConverter;
import io.github.csscallback.cli.output.Output;
import io.github.csscallback.cli.process.CliEnvironment;
import io.github.csscallback.cli.process.WrongUsageException;
import io.github.csscallback.client.CssCallbackClient;
import io.github.csscallback.client.Endpoint;
import io.github.csscallback.client.retry.Retry;
import io.github.csscallback.core.template.Site;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which management API a command talks to. Credentials come from the environment alone: there is no option for them. */
public final class ServiceOptions {

    public static final String VARIABLE = "CSS_CALLBACK_ENDPOINT";

    @Option(
            names = "--site",
            paramLabel = "SITE",
            defaultValue = "china",
            converter = SiteConverter.class,
            completionCandidates = SiteConverter.Names.class,
            description =
                    "The site of the account: ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if not given. The two take"
                            + " different fields.")
    @SuppressWarnings("NullAway.Init") // picocli sets it, since it has a default
    private Site site;

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            description =
                    "Send requests there and not to the site's usual endpoint, for example to a simulated CSS: https,"
                            + " or http on this machine only. Else " + VARIABLE + " in the environment.")
    private @Nullable String endpoint;

    public Site site() {
        return site;
    }

    /** A client to use once. Credentials are looked for when it sends. */
    public CssCallbackClient client(CliEnvironment environment, Output out) {
        CssCallbackClient.Builder client = CssCallbackClient.builder()
                .credentials(environment.credentials())
                .site(site)
                .retryListener(retry -> out.say(announcement(retry)));
        endpoint(environment).ifPresent(client::endpoint);
        return client.build();
    }

    /** A create without a response is not sent again: looking for its outcome must not sound as if it were. */
    private static String announcement(Retry retry) {
        boolean looking = retry.reason() == Retry.Reason.LOOKING_FOR_OUTCOME;
        return (looking ? "looking for what became of it in " : "trying again in ")
                + retry.delay().toMillis() + " ms: " + ApiErrorText.of(retry.failure());
    }

    private Optional<Endpoint> endpoint(CliEnvironment environment) {
        String variable = environment.variable(VARIABLE);
        if (endpoint != null) {
            return Optional.of(endpoint("--endpoint", endpoint));
        }
        return variable == null || variable.isBlank()
                ? Optional.empty()
                : Optional.of(endpoint(VARIABLE, variable.strip()));
    }

    private static Endpoint endpoint(String source, String text) {
        try {
            return Endpoint.of(new URI(text));
        } catch (URISyntaxException e) {
            throw new WrongUsageException(
                    source + " is not an address; give one such as https://live.tencentcloudapi.com");
        } catch (IllegalArgumentException e) {
            throw new WrongUsageException(source + ": " + e.getMessage());
        }
    }
}
