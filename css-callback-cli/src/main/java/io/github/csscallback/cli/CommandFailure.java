package io.github.csscallback.cli;

/** A command could not do what it was asked to: one line for the user, exit status 1. */
final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message what, why and what to do; no secret
     */
    CommandFailure(String message) {
        super(message, null, false, false);
    }
}
