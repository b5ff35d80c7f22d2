package io.github.csscallback.cli.template;

import io.github.csscallback.cli.output.Output;
import io.github.csscallback.cli.output.OutputOptions;
import io.github.csscallback.cli.output.Table;
import io.github.csscallback.cli.process.CliEnvironment;
import io.github.csscallback.cli.service.ServiceOptions;
import io.github.csscallback.client.CssCallbackClient;
import io.github.csscallback.core.template.CallbackTemplate;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code css-callback template list}. */
@Command(
        name = "list",
        header = "Print all templates of the account.",
        description = {
            "",
            "As JSON with the API's field names: null is a field without value, and a field that the site never shows is"
                    + " left out. The key is printed as ***.",
            ""
        })
public final class TemplateListCommand implements Callable<Integer> {

    private final CliEnvironment environment;

    @Mixin
    private final ServiceOptions service = new ServiceOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    TemplateListCommand(CliEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Output out = output.in(environment);
        TemplateFields fields = new TemplateFields(service.site());
        Table table = new Table(TemplateFields.ID, TemplateFields.NAME, TemplateFields.CALLBACK_KEY, "addresses for");
        try (CssCallbackClient client = service.client(environment, out)) {
            for (CallbackTemplate template : client.listTemplates()) {
                table.add(
                        fields.json(template),
                        Long.toString(template.id()),
                        Objects.requireNonNullElse(template.name(), ""),
                        template.callbackKey() == null
                                ? "none"
                                : template.callbackKey().toString(),
                        TemplateFields.addresses(template));
            }
        }
        table.print(out);
        if (table.isEmpty()) {
            out.say("there is no callback template");
        }
        return 0;
    }
}
