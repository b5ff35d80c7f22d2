package io.github.csscallback.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.csscallback.client.CssCallbackClient;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code css-callback template delete}. */
@Command(
        name = "delete",
        header = "Delete a template.",
        description = {"", "The service refuses that while a rule binds it: css-callback rule unbind.", ""})
final class TemplateDeleteCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private final ServiceOptions service = new ServiceOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Parameters(paramLabel = "ID", description = "The template's id.")
    private long id;

    TemplateDeleteCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Output out = output.in(surroundings);
        try (CssCallbackClient client = service.client(surroundings, out)) {
            client.deleteTemplate(id);
        }
        out.result(
                JsonNodeFactory.instance.objectNode().put("done", "deleted").put(TemplateFields.ID, id),
                () -> "deleted template " + id);
        return 0;
    }
}
