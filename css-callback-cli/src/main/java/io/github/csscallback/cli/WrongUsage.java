package io.github.csscallback.cli;

/** The arguments make no sense together: one line for the user, exit status 2. */
final class WrongUsage extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message what is wrong and what to do; no secret
     */
    WrongUsage(String message) {
        super(message, null, false, false);
    }

    /** Of an argument that the SDK refused; its messages name the rule and show no secret. */
    static WrongUsage of(IllegalArgumentException refused) {
        return new WrongUsage(String.valueOf(refused.getMessage()));
    }

    /** The same, with the option or variable that it came from. */
    static WrongUsage of(String source, IllegalArgumentException refused) {
        return new WrongUsage(source + ": " + refused.getMessage());
    }
}
