package io.github.csscallback.testkit.internal.api.template;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.template.Site;
import io.github.csscallback.testkit.internal.account.TemplateValues;
import io.github.csscallback.testkit.internal.api.message.Parameters;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of a template that Create and Modify accept at a site. */
public final class TemplateParameters {

    public static final String ID = "TemplateId";

    /** The string fields of all sites. */
    private static final List<String> TEXTS = Stream.of(
                    Stream.of(TemplateValues.NAME, TemplateValues.DESCRIPTION, TemplateValues.CALLBACK_KEY),
                    EventType.known().stream().map(EventType::templateField).flatMap(Optional::stream))
            .flatMap(fields -> fields)
            .toList();

    private final String action;
    private final Set<String> created;
    private final Set<String> modified;

    public TemplateParameters(Site site) {
        this.action = "this action at the " + (site == Site.INTERNATIONAL ? "international" : "Chinese") + " site";
        this.created = all().filter(site::creates).collect(Collectors.toUnmodifiableSet());
        Set<String> modifiable = all().filter(site::modifies).collect(Collectors.toCollection(LinkedHashSet::new));
        modifiable.add(ID);
        this.modified = Set.copyOf(modifiable);
    }

    private static Stream<String> all() {
        return Stream.concat(TEXTS.stream(), Stream.of(TemplateValues.LEVELS));
    }

    public TemplateValues create(Parameters parameters) {
        parameters.only(created, action).requiredText(TemplateValues.NAME);
        return fields(parameters);
    }

    public TemplateValues modify(Parameters parameters) {
        return fields(parameters.only(modified, action));
    }

    private static TemplateValues fields(Parameters parameters) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String field : TEXTS) {
            String text = parameters.text(field);
            if (text != null) {
                TemplateFormat.check(field, text);
                texts.put(field, text);
            }
        }
        @Nullable List<String> levels = parameters.texts(TemplateValues.LEVELS);
        if (levels != null) {
            levels.forEach(TemplateFormat::checkLevel);
        }
        return new TemplateValues(texts, levels);
    }
}
