package io.github.csscallback.cli.process;

/** The arguments make no sense together: one line for the user, exit status 2. */
public final class WrongUsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message what is wrong and what to do; no secret
     */
    public WrongUsageException(String message) {
        super(message, null, false, false);
    }

    /** Of an argument that the SDK rejected; its messages name the rule and show no secret. */
    public static WrongUsageException of(IllegalArgumentException rejected) {
        return new WrongUsageException(inCliTerms(rejected));
    }

    /** The same, with the option or variable that it came from. */
    public static WrongUsageException of(String source, IllegalArgumentException rejected) {
        return new WrongUsageException(source + ": " + inCliTerms(rejected));
    }

    /** The SDK's messages name methods of Java where the command line has options. */
    private static String inCliTerms(IllegalArgumentException rejected) {
        return String.valueOf(rejected.getMessage())
                .replace(
                        "so beyondConsoleLimits() lets others through",
                        "so --beyond-console-limits lets others through")
                .replace("call beyondConsoleLimits()", "add --beyond-console-limits");
    }
}
