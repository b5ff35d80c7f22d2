package io.github.csscallback.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code css-callback rule}: what its commands share. */
@Command(
        name = "rule",
        header = "List rules, bind a template to a push domain and path, unbind it.",
        description = {"", "A rule has no id: push domain and path (AppName) are its identity.", ""},
        synopsisSubcommandLabel = "COMMAND")
final class RuleCommand {

    private RuleCommand() {}

    static CommandLine line(Surroundings surroundings) {
        return new CommandLine(new RuleCommand())
                .addSubcommand(new RuleListCommand(surroundings))
                .addSubcommand(new RuleBindCommand(surroundings))
                .addSubcommand(new RuleUnbindCommand(surroundings));
    }
}
