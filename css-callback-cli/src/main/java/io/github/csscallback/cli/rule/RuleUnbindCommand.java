package io.github.csscallback.cli.rule;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.csscallback.cli.convert.PushDomainConverter;
import io.github.csscallback.cli.output.Output;
import io.github.csscallback.cli.output.OutputOptions;
import io.github.csscallback.cli.output.TextFormat;
import io.github.csscallback.cli.process.CliEnvironment;
import io.github.csscallback.cli.process.WrongUsageException;
import io.github.csscallback.cli.service.ServiceOptions;
import io.github.csscallback.client.CssCallbackClient;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code css-callback rule unbind}. */
@Command(
        name = "unbind",
        header = "Remove the rule of a push domain and app name.",
        description = {"", "No events of its streams are sent any more once CSS has taken note. The template stays.", ""
        })
public final class RuleUnbindCommand implements Callable<Integer> {

    private final CliEnvironment environment;

    @Mixin
    private final ServiceOptions service = new ServiceOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Parameters(
            index = "0",
            paramLabel = "DOMAIN",
            converter = PushDomainConverter.class,
            description = "The push domain.")
    @SuppressWarnings("NullAway.Init") // picocli sets it, since it is required
    private String domain;

    @Parameters(
            index = "1",
            paramLabel = "APP",
            description = "The app name, exactly as in the rule: an empty one is not the same as live.")
    @SuppressWarnings("NullAway.Init") // picocli sets it, since it is required
    private String appName;

    public RuleUnbindCommand(CliEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Output out = output.in(environment);
        try (CssCallbackClient client = service.client(environment, out)) {
            client.unbind(domain, appName);
        } catch (IllegalArgumentException e) {
            throw WrongUsageException.of(e);
        }
        out.result(
                JsonNodeFactory.instance
                        .objectNode()
                        .put("done", "unbound")
                        .put(RuleFields.DOMAIN, domain)
                        .put(RuleFields.APP, appName),
                () -> "unbound " + TextFormat.printable(domain + "/" + appName));
        return 0;
    }
}
