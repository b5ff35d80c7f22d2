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

    /** Of an argument that the SDK refused; its messages name the rule and show no secret. */
    public static WrongUsageException of(IllegalArgumentException refused) {
        return new WrongUsageException(String.valueOf(refused.getMessage()));
    }

    /** The same, with the option or variable that it came from. */
    public static WrongUsageException of(String source, IllegalArgumentException refused) {
        return new WrongUsageException(source + ": " + refused.getMessage());
    }
}
