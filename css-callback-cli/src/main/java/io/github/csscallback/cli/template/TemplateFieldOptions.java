package io.github.csscallback.cli.template;

import io.github.csscallback.core.template.Site;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a template may have beside its name, for creating and changing one. */
public final class TemplateFieldOptions {

    @Mixin
    private final NotifyUrlOptions addresses;

    @Mixin
    private final TemplateKeyOptions key = new TemplateKeyOptions();

    @Option(names = "--description", paramLabel = "TEXT", description = "What it is for, one line.")
    private @Nullable String description;

    @Option(
            names = "--record-exception-level",
            paramLabel = "LEVEL",
            description = "Which RecordExceptionEvent is sent, for example error; repeatable.")
    private List<String> levels = new ArrayList<>();

    @Option(
            names = "--beyond-console-limits",
            description = "Let through what the API takes but the console would not: names over 30 characters,"
                    + " descriptions over 100, keys other than up to 32 letters and digits.")
    private boolean beyondConsoleLimits;

    /**
     * @param accepts whether a site takes a field
     */
    TemplateFieldOptions(BiPredicate<Site, String> accepts) {
        this.addresses = new NotifyUrlOptions(accepts);
    }

    NotifyUrlOptions addresses() {
        return addresses;
    }

    TemplateKeyOptions key() {
        return key;
    }

    @Nullable
    String description() {
        return description;
    }

    /** Not empty if given. */
    String[] levels() {
        return levels.toArray(String[]::new);
    }

    boolean beyondConsoleLimits() {
        return beyondConsoleLimits;
    }

    /** The API's names of the fields that are given. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        if (description != null) {
            names.add(TemplateFields.DESCRIPTION);
        }
        addresses.given().keySet().forEach(type -> type.templateField().ifPresent(names::add));
        if (!levels.isEmpty()) {
            names.add(TemplateFields.RECORD_EXCEPTION_LEVELS);
        }
        if (key.isGiven()) {
            names.add(TemplateFields.CALLBACK_KEY);
        }
        return names;
    }
}
