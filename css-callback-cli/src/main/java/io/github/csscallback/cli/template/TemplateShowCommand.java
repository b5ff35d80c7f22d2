package io.github.csscallback.cli.template;

import io.github.csscallback.cli.output.Output;
import io.github.csscallback.cli.output.OutputOptions;
import io.github.csscallback.cli.process.CliEnvironment;
import io.github.csscallback.cli.service.ServiceOptions;
import io.github.csscallback.client.CssCallbackClient;
import io.github.csscallback.core.template.CallbackTemplate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code css-callback template show}. */
@Command(
        name = "show",
        header = "Print one template.",
        description = {
            "",
            "As JSON with the API's field names: null is a field without value, and a field that the site never shows is"
                    + " left out. The key is printed as ***.",
            ""
        })
public final class TemplateShowCommand implements Callable<Integer> {

    private final CliEnvironment environment;

    @Mixin
    private final ServiceOptions service = new ServiceOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Parameters(paramLabel = "ID", description = "The template's id.")
    private long id;

    TemplateShowCommand(CliEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Output out = output.in(environment);
        CallbackTemplate template;
        try (CssCallbackClient client = service.client(environment, out)) {
            template = client.getTemplate(id);
        }
        TemplateFields fields = new TemplateFields(service.site());
        out.result(fields.json(template), () -> fields.text(template));
        return 0;
    }
}
