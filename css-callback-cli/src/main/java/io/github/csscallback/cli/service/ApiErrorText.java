package io.github.csscallback.cli.service;

import io.github.csscallback.cli.output.TextFormat;
import io.github.csscallback.client.error.CssApiException;
import java.util.Objects;

/** An API error in one line: {@code Code: message (request id ...)}, with advice where the message gives none. */
public final class ApiErrorText {

    private ApiErrorText() {}

    /** The client's message without the action, which the user knows. */
    public static String of(CssApiException e) {
        String text = String.valueOf(e.getMessage());
        String action = e.action() + ": ";
        return TextFormat.printable(text.startsWith(action) ? text.substring(action.length()) : text)
                + advice(Objects.requireNonNullElse(e.code(), ""));
    }

    private static String advice(String code) {
        return switch (code.substring(code.lastIndexOf('.') + 1)) {
            case "UrlNotSafe" ->
                "; the host of a callback URL must resolve in public DNS: check its spelling and record";
            case "ConfOutLimit" ->
                "; an account holds at most 50 templates: delete one that no rule binds (css-callback template list)";
            case "UnknownParameter" ->
                "; a field exists on the other site only: check --site, or leave out the option for the field";
            case "RuleAlreadyExist" ->
                "; another template is bound there: see css-callback rule list, replace it with css-callback rule rebind";
            default -> "";
        };
    }
}
