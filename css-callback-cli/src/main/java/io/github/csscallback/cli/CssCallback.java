package io.github.csscallback.cli;

import io.github.csscallback.cli.demo.DemoCommand;
import io.github.csscallback.cli.output.Style;
import io.github.csscallback.cli.process.CliEnvironment;
import io.github.csscallback.cli.process.CommandFailureException;
import io.github.csscallback.cli.receive.ReceiveCommand;
import io.github.csscallback.cli.records.RecordsCommand;
import io.github.csscallback.cli.rule.RuleCommand;
import io.github.csscallback.cli.send.SendCommand;
import io.github.csscallback.cli.simulate.SimulateCommand;
import io.github.csscallback.cli.template.TemplateCommand;
import io.github.csscallback.cli.verify.VerifyCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program {@code css-callback}: what all its commands share. */
@Command(
        name = "css-callback",
        header = "Receive, check, send and simulate the live event callbacks of Tencent Cloud CSS, and manage their"
                + " templates.",
        description = {
            "",
            "Results go to standard output, everything else to standard error. Exit status: 0 done, 1 failed,"
                    + " 2 wrong usage.",
            ""
        },
        footer = {
            "",
            "receive, verify and send also read callback keys from the environment variable CSS_CALLBACK_KEY, several"
                    + " comma-separated.",
            "template, rule and records read API credentials from TENCENTCLOUD_SECRET_ID, TENCENTCLOUD_SECRET_KEY and,"
                    + " if set, TENCENTCLOUD_TOKEN, else from the profile file .tencentcloud/credentials in the home"
                    + " directory."
        },
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
        scope = ScopeType.INHERIT)
public final class CssCallback implements Callable<Integer> {

    /** What the JVM puts in place of bytes that the locale's encoding cannot decode. */
    private static final char UNDECODABLE = '\uFFFD';

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private CssCallback() {}

    /**
     * Runs the program.
     *
     * @param args what the user typed
     */
    public static void main(String[] args) {
        System.exit(run(CliEnvironment.ofThisProcess(), args));
    }

    /** Runs one command and returns the exit status. */
    public static int run(CliEnvironment environment, String... args) {
        CommandLine line = commandLine(environment);
        if (Arrays.stream(args).anyMatch(arg -> arg.indexOf(UNDECODABLE) >= 0)) {
            line.getErr()
                    .println("an argument holds a character that this locale cannot represent (U+FFFD);"
                            + " set a UTF-8 locale, for example LC_ALL=C.UTF-8");
            return CommandLine.ExitCode.USAGE;
        }
        int status = line.execute(args);
        line.getOut().flush();
        if (status == CommandLine.ExitCode.OK && environment.out().checkError()) {
            line.getErr().println(CommandFailureException.outputClosed().getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        return status;
    }

    private static CommandLine commandLine(CliEnvironment environment) {
        ErrorHandler complaints = new ErrorHandler();
        CommandLine line = new CommandLine(new CssCallback());
        line.addSubcommand(new ReceiveCommand(environment));
        line.addSubcommand(new VerifyCommand(environment));
        line.addSubcommand(new SendCommand(environment));
        line.addSubcommand(TemplateCommand.line(environment));
        line.addSubcommand(RuleCommand.line(environment));
        line.addSubcommand(new RecordsCommand(environment));
        line.addSubcommand(SimulateCommand.line(environment));
        line.addSubcommand(new DemoCommand(environment));
        line.addSubcommand(completion());
        return line.setOut(new PrintWriter(environment.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(environment.err(), true, StandardCharsets.UTF_8))
                .setColorScheme(Help.defaultColorScheme(Style.ansi(environment)))
                .setUsageHelpWidth(environment.columns())
                .setParameterExceptionHandler(complaints)
                .setExecutionExceptionHandler(complaints);
    }

    private static CommandLine completion() {
        CommandLine completion = new CommandLine(new AutoComplete.GenerateCompletion());
        completion
                .getCommandSpec()
                .usageMessage()
                .header("Print a script that completes commands and options in bash and zsh.")
                .description("", "Use it so: source <(css-callback generate-completion)", "");
        return completion;
    }

    /** Without a command there is nothing to do, and somebody who types the bare name wants to know what there is. */
    @Override
    public Integer call() {
        CommandLine line = spec.commandLine();
        line.usage(line.getErr());
        return CommandLine.ExitCode.USAGE;
    }
}
