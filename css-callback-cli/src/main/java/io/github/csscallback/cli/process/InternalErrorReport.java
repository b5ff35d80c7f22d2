package io.github.csscallback.cli.process;

import java.util.ArrayList;
import java.util.List;

/** Reports an exception that no command expects, without its message, which may hold a secret. */
public final class InternalErrorReport {
    private InternalErrorReport() {}

    public static List<String> lines(Exception e) {
        List<String> lines = new ArrayList<>();
        lines.add("internal error, please report it: " + e.getClass().getName());
        for (StackTraceElement frame : e.getStackTrace()) {
            lines.add("    at " + frame);
        }
        return lines;
    }
}
