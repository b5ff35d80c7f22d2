package io.github.csscallback.client.credentials;

import org.jspecify.annotations.Nullable;

/** A provider has no credentials to give. The message says what was looked for and where; it never shows a value. */
public final class CredentialsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Whether there was simply nothing. */
    private final boolean absent;

    private CredentialsException(String message, boolean absent, @Nullable Throwable cause) {
        super(message, cause);
        this.absent = absent;
    }

    /**
     * There are none at this place; a chain goes on to the next.
     *
     * @param message what was looked for
     */
    public static CredentialsException absent(String message) {
        return new CredentialsException(message, true, null);
    }

    /**
     * There are some, or should be, but they cannot be used; a chain stops here, since going on would act in another
     * name than was meant.
     *
     * @param message what is wrong
     * @param cause where it came from, or null; must not hold a secret
     */
    public static CredentialsException unusable(String message, @Nullable Throwable cause) {
        return new CredentialsException(message, false, cause);
    }

    /**
     * Whether a chain may go on.
     *
     * @return true if there was simply nothing at this place
     */
    public boolean isAbsent() {
        return absent;
    }
}
