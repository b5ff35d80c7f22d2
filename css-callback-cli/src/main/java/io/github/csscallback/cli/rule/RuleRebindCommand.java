package io.github.csscallback.cli.rule;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.csscallback.cli.convert.PushDomainConverter;
import io.github.csscallback.cli.output.Output;
import io.github.csscallback.cli.output.OutputOptions;
import io.github.csscallback.cli.output.TextFormat;
import io.github.csscallback.cli.process.CliEnvironment;
import io.github.csscallback.cli.process.WrongUsageException;
import io.github.csscallback.cli.service.ServiceOptions;
import io.github.csscallback.cli.template.TemplateFields;
import io.github.csscallback.client.CssCallbackClient;
import io.github.csscallback.client.RebindResult;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code css-callback rule rebind}. */
@Command(
        name = "rebind",
        header = "Bind a template in place of the one that is bound.",
        description = {
            "",
            "Unbinds the other template, binds this one, and puts the old binding back if that fails. Events between the"
                    + " two steps are not sent. Does nothing if the template is bound already.",
            ""
        })
final class RuleRebindCommand implements Callable<Integer> {

    private static final String PREVIOUS = "PreviousTemplateId";

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

    RuleRebindCommand(CliEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Output out = output.in(environment);
        RebindResult result;
        try (CssCallbackClient client = service.client(environment, out)) {
            result = client.rebind(domain, appName, id);
        } catch (IllegalArgumentException e) {
            throw WrongUsageException.of(e);
        }
        String done = result.change().name().toLowerCase(Locale.ROOT);
        ObjectNode line = JsonNodeFactory.instance
                .objectNode()
                .put("done", done)
                .put(TemplateFields.ID, id)
                .put(RuleFields.DOMAIN, domain)
                .put(RuleFields.APP, appName);
        if (result.previousTemplateId() != null) {
            line.put(PREVIOUS, result.previousTemplateId());
        }
        out.result(
                line,
                () -> done + ": template " + id + " is bound to " + TextFormat.printable(domain + "/" + appName)
                        + (result.change() == RebindResult.Change.REBOUND
                                ? " in place of template " + result.previousTemplateId()
                                : ""));
        if (result.change() != RebindResult.Change.UNCHANGED) {
            out.say("it takes effect on streams after 5 to 10 minutes");
        }
        return 0;
    }
}
