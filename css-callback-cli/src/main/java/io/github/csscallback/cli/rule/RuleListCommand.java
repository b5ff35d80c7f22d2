package io.github.csscallback.cli.rule;

import io.github.csscallback.cli.output.Output;
import io.github.csscallback.cli.output.OutputOptions;
import io.github.csscallback.cli.output.Table;
import io.github.csscallback.cli.process.CliEnvironment;
import io.github.csscallback.cli.service.ServiceOptions;
import io.github.csscallback.cli.template.TemplateFields;
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
public final class RuleListCommand implements Callable<Integer> {

    private final CliEnvironment environment;

    @Mixin
    private final ServiceOptions service = new ServiceOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    public RuleListCommand(CliEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Output out = output.in(environment);
        Table table = new Table(RuleFields.DOMAIN, RuleFields.APP, TemplateFields.ID, RuleFields.UPDATED);
        try (CssCallbackClient client = service.client(environment, out)) {
            for (CallbackRule rule : client.listRules()) {
                table.add(
                        RuleFields.json(rule),
                        rule.pushDomain(),
                        rule.appName(),
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
