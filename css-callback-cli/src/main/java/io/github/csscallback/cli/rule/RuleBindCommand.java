package io.github.csscallback.cli.rule;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.csscallback.cli.convert.PushDomainConverter;
import io.github.csscallback.cli.output.Output;
import io.github.csscallback.cli.output.OutputOptions;
import io.github.csscallback.cli.output.TextFormat;
import io.github.csscallback.cli.process.CliEnvironment;
import io.github.csscallback.cli.process.WrongUsageException;
import io.github.csscallback.cli.service.ServiceOptions;
import io.github.csscallback.cli.template.TemplateFields;
import io.github.csscallback.client.CssCallbackClient;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code css-callback rule bind}. */
@Command(
        name = "bind",
        header = "Bind a template to a push domain and app name.",
        description = {
            "",
            "Events of its streams are then sent to the template's addresses, after 5 to 10 minutes. Where another template is"
                    + " bound, use rule rebind. Binding the same template again changes nothing.",
            ""
        })
public final class RuleBindCommand implements Callable<Integer> {

    private final CliEnvironment environment;

    @Mixin
    private final ServiceOptions service = new ServiceOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Parameters(index = "0", paramLabel = "ID", description = "The template's id.")
    private long id;

    @Parameters(
            index = "1",
            paramLabel = "DOMAIN",
            converter = PushDomainConverter.class,
            description = "The push domain.")
    @SuppressWarnings("NullAway.Init") // picocli sets it, since it is required
    private String domain;

    @Parameters(
            index = "2",
            paramLabel = "APP",
            description = "The app name, sent as given: an empty one is not the same as live.")
    @SuppressWarnings("NullAway.Init") // picocli sets it, since it is required
    private String appName;

    public RuleBindCommand(CliEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Output out = output.in(environment);
        try (CssCallbackClient client = service.client(environment, out)) {
            client.bind(domain, appName, id);
        } catch (IllegalArgumentException e) {
            throw WrongUsageException.of(e);
        }
        out.result(
                JsonNodeFactory.instance
                        .objectNode()
                        .put("done", "bound")
                        .put(TemplateFields.ID, id)
                        .put(RuleFields.DOMAIN, domain)
                        .put(RuleFields.APP, appName),
                () -> "bound template " + id + " to " + TextFormat.printable(domain + "/" + appName));
        out.say("it takes effect on streams after 5 to 10 minutes");
        return 0;
    }
}
