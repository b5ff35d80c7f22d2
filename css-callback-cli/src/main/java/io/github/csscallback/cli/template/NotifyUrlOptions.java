package io.github.csscallback.cli.template;

import io.github.csscallback.cli.convert.UrlConverter;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.template.Site;
import java.net.URI;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/**
 * The addresses of a template as options: one for each event type with an address in templates, called as the API
 * calls the field, in kebab case. A new event type brings its option along.
 */
@Command // or picocli would not take it for a set of options, since none is annotated
public final class NotifyUrlOptions {

    private final BiPredicate<Site, String> accepts;
    private final Map<EventType, URI> given = new LinkedHashMap<>();

    /**
     * @param accepts whether a site takes a field; there are options for what any site takes
     */
    NotifyUrlOptions(BiPredicate<Site, String> accepts) {
        this.accepts = accepts;
    }

    /** The addresses that the user gave. */
    Map<EventType, URI> given() {
        return Collections.unmodifiableMap(given);
    }

    /** the event types whose address can be given. */
    List<EventType> types() {
        return EventType.known().stream()
                .filter(type -> type.templateField().filter(this::isAccepted).isPresent())
                .toList();
    }

    private boolean isAccepted(String field) {
        return Arrays.stream(Site.values()).anyMatch(site -> accepts.test(site, field));
    }

    /** Called by picocli before it mixes these options into a command. */
    @Spec
    void addTo(CommandSpec mixin) {
        for (EventType type : types()) {
            type.templateField().ifPresent(field -> mixin.addOption(option(field, type)));
        }
    }

    private OptionSpec option(String field, EventType type) {
        return OptionSpec.builder(name(field))
                .paramLabel("URL")
                .type(URI.class)
                .converters(new UrlConverter())
                .setter(setter(address -> given.put(type, address)))
                .description("Where " + type.recordName() + " (" + type.number() + ") is sent.")
                .build();
    }

    /** {@code RecordNotifyUrl} as {@code --record-notify-url}. */
    static String name(String field) {
        return "--" + field.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** picocli sets null before it parses. */
    private static ISetter setter(Consumer<URI> target) {
        return new ISetter() {
            @Override
            @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // picocli's signature
            public <T> T set(T value) {
                if (value instanceof URI address) {
                    target.accept(address);
                }
                return value;
            }
        };
    }
}
