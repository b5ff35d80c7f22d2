package io.github.csscallback.cli.template;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.csscallback.cli.output.Output;
import io.github.csscallback.cli.output.OutputOptions;
import io.github.csscallback.cli.process.CliEnvironment;
import io.github.csscallback.cli.service.ServiceOptions;
import io.github.csscallback.client.CssCallbackClient;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code css-callback template delete}. */
@Command(
        name = "delete",
        header = "Delete a template.",
        description = {"", "The service rejects that while a rule binds it: css-callback rule unbind.", ""})
public final class TemplateDeleteCommand implements Callable<Integer> {

    private final CliEnvironment environment;

    @Mixin
    private final ServiceOptions service = new ServiceOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Parameters(paramLabel = "ID", description = "The template's id.")
    private long id;

    TemplateDeleteCommand(CliEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Output out = output.in(environment);
        try (CssCallbackClient client = service.client(environment, out)) {
            client.deleteTemplate(id);
        }
        out.result(
                JsonNodeFactory.instance.objectNode().put("done", "deleted").put(TemplateFields.ID, id),
                () -> "deleted template " + id);
        return 0;
    }
}
