package io.github.csscallback.cli.service;

import io.github.csscallback.cli.output.TextFormat;
import io.github.csscallback.client.error.CssApiException;

/** An API error in one line: {@code Code: message (request id ...)}. */
public final class ApiErrorText {
    private ApiErrorText() {}

    /** The client's message without the action, which the user knows. */
    public static String of(CssApiException e) {
        String text = String.valueOf(e.getMessage());
        String action = e.action() + ": ";
        return TextFormat.printable(text.startsWith(action) ? text.substring(action.length()) : text);
    }
}
