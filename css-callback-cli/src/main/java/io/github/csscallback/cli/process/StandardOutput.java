package io.github.csscallback.cli.process;

import java.io.Console;
import org.jspecify.annotations.Nullable;

/** Whether a person reads standard output. The JVM cannot determine it exactly, the starting script can. */
public final class StandardOutput {

    /** Set by the script to {@code true} or {@code false}. */
    public static final String PROPERTY = "css-callback.terminal";

    private StandardOutput() {}

    public static boolean isTerminal() {
        String value = System.getProperty(PROPERTY);
        return value == null ? isTerminal(System.console()) : value.equals("true");
    }

    private static boolean isTerminal(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            // Since JDK 22 there is always a console, and it has to be asked.
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
