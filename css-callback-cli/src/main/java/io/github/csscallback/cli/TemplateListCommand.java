package io.github.csscallback.cli;

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
final class TemplateListCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private final ServiceOptions service = new ServiceOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    TemplateListCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Output out = output.in(surroundings);
        TemplateFields fields = new TemplateFields(service.site());
        Table table = new Table(TemplateFields.ID, TemplateFields.NAME, TemplateFields.CALLBACK_KEY, "addresses for");
        try (CssCallbackClient client = service.client(surroundings, out)) {
            for (CallbackTemplate template : client.templates()) {
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
