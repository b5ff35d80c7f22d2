package io.github.csscallback.cli.template;

import io.github.csscallback.cli.process.CliEnvironment;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code css-callback template}: what its commands share. */
@Command(
        name = "template",
        header = "List, show, create, change and delete callback templates.",
        description = {
            "",
            "A template holds the addresses to which CSS sends events, and the key with which it signs them. It acts once"
                    + " a rule binds it to a push domain and path: see css-callback rule.",
            "",
            "Whoever may read a template reads its key; it is never printed here.",
            ""
        },
        synopsisSubcommandLabel = "COMMAND")
public final class TemplateCommand {

    private TemplateCommand() {}

    public static CommandLine line(CliEnvironment environment) {
        return new CommandLine(new TemplateCommand())
                .addSubcommand(new TemplateListCommand(environment))
                .addSubcommand(new TemplateShowCommand(environment))
                .addSubcommand(new TemplateCreateCommand(environment))
                .addSubcommand(new TemplateModifyCommand(environment))
                .addSubcommand(new TemplateDeleteCommand(environment));
    }
}
