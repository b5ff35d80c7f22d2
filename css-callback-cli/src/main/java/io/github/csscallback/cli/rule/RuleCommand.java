package io.github.csscallback.cli.rule;

import io.github.csscallback.cli.process.CliEnvironment;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code css-callback rule}: what its commands share. */
@Command(
        name = "rule",
        header = "List rules, bind a template to a push domain and app name, unbind or replace it.",
        description = {"", "A rule has no id: push domain and app name are its identity.", ""},
        synopsisSubcommandLabel = "COMMAND")
public final class RuleCommand {

    private RuleCommand() {}

    public static CommandLine line(CliEnvironment environment) {
        return new CommandLine(new RuleCommand())
                .addSubcommand(new RuleListCommand(environment))
                .addSubcommand(new RuleBindCommand(environment))
                .addSubcommand(new RuleUnbindCommand(environment))
                .addSubcommand(new RuleRebindCommand(environment));
    }
}
