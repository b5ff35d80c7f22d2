package io.github.csscallback.cli;

import io.github.csscallback.cli.process.CommandFailureException;
import io.github.csscallback.cli.process.InternalErrorReport;
import io.github.csscallback.cli.process.WrongUsageException;
import io.github.csscallback.cli.service.ApiErrorText;
import io.github.csscallback.client.error.CssApiException;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Turns what went wrong into one line on standard error and an exit status. What the user typed is not repeated where it
 * may be a key in the wrong place.
 */
final class ErrorHandler implements IParameterExceptionHandler, IExecutionExceptionHandler {

    /** picocli names the Java type of a number. */
    private static final Pattern WHOLE_NUMBER = Pattern.compile("is not an? (?:int|long)\\b");

    private static final Pattern NUMBER = Pattern.compile("is not an? (?:double|float)\\b");

    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        String what = e instanceof UnmatchedArgumentException unmatched
                ? unmatched(unmatched)
                : inCliTerms(String.valueOf(e.getMessage()));
        return usage(e.getCommandLine(), what);
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        if (e instanceof WrongUsageException) {
            return usage(command, String.valueOf(e.getMessage()));
        }
        if (e instanceof CommandFailureException) {
            command.getErr().println(e.getMessage());
            return FAILED;
        }
        if (e instanceof CssApiException rejected) {
            command.getErr().println(ApiErrorText.of(rejected));
            return FAILED;
        }
        InternalErrorReport.lines(e).forEach(command.getErr()::println);
        return FAILED;
    }

    private static String inCliTerms(String message) {
        String whole = WHOLE_NUMBER.matcher(message).replaceAll("is not a whole number");
        return NUMBER.matcher(whole).replaceAll("is not a number");
    }

    private static int usage(CommandLine command, String what) {
        command.getErr().println(what);
        command.getErr().println("See: " + command.getCommandSpec().qualifiedName() + " --help");
        return WRONG_USAGE;
    }

    private static String unmatched(UnmatchedArgumentException e) {
        CommandLine command = e.getCommandLine();
        String first = e.getUnmatched().isEmpty() ? "" : e.getUnmatched().get(0);
        if (first.startsWith("-")) {
            return "unknown option " + first.replaceFirst("=.*", "");
        }
        if (!command.getSubcommands().isEmpty()) {
            List<String> commands =
                    command.getSubcommands().keySet().stream().sorted().toList();
            return "there is no command " + first + "; there are " + String.join(", ", commands);
        }
        return "an argument too many for " + command.getCommandName();
    }
}
