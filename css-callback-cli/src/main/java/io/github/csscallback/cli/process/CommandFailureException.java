package io.github.csscallback.cli.process;

/** A command could not do what it was asked to: one line for the user, exit status 1. */
public final class CommandFailureException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message what, why and what to do; no secret
     */
    public CommandFailureException(String message) {
        super(message, null, false, false);
    }

    /** A pipe without reader, or a full device. */
    public static CommandFailureException outputClosed() {
        return new CommandFailureException("cannot write to standard output: it is closed or its device is full");
    }
}
