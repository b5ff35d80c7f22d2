package io.github.csscallback.cli;

import io.github.csscallback.client.CssCallbackClient;
import io.github.csscallback.core.template.CallbackRule;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code css-callback rule list}. */
@Command(
        name = "list",
        header = "Print all rules of the account.",
        description = {"", "As JSON with the API's field names, times in UTC.", ""})
final class RuleListCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private final ServiceOptions service = new ServiceOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    RuleListCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Output out = output.in(surroundings);
        Table table = new Table(RuleFields.DOMAIN, RuleFields.APP, TemplateFields.ID, RuleFields.UPDATED);
        try (CssCallbackClient client = service.client(surroundings, out)) {
            for (CallbackRule rule : client.rules()) {
                table.add(
                        RuleFields.json(rule),
                        rule.domain(),
                        rule.app(),
                        Long.toString(rule.templateId()),
                        rule.updatedAt() == null ? "" : rule.updatedAt().toString());
            }
        }
        table.print(out);
        if (table.isEmpty()) {
            out.say("there is no callback rule");
        }
        return 0;
    }
}
