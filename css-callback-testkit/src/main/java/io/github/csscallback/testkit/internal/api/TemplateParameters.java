package io.github.csscallback.testkit.internal.api;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.template.Site;
import io.github.csscallback.testkit.internal.account.TemplateFields;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of a template as Create and Modify take them at a site. */
final class TemplateParameters {

    static final String ID = "TemplateId";

    /** All that any site knows. */
    private static final List<String> TEXTS = Stream.of(
                    Stream.of(TemplateFields.NAME, TemplateFields.DESCRIPTION, TemplateFields.CALLBACK_KEY),
                    EventType.known().stream().map(EventType::templateField).flatMap(Optional::stream))
            .flatMap(fields -> fields)
            .toList();

    private final String action;
    private final Set<String> created;
    private final Set<String> modified;

    TemplateParameters(Site site) {
        this.action = "this action at the " + (site == Site.INTERNATIONAL ? "international" : "Chinese") + " site";
        this.created = all().filter(site::creates).collect(Collectors.toUnmodifiableSet());
        Set<String> modifiable = all().filter(site::modifies).collect(Collectors.toCollection(LinkedHashSet::new));
        modifiable.add(ID);
        this.modified = Set.copyOf(modifiable);
    }

    private static Stream<String> all() {
        return Stream.concat(TEXTS.stream(), Stream.of(TemplateFields.LEVELS));
    }

    TemplateFields create(Parameters parameters) {
        parameters.only(created, action).requiredText(TemplateFields.NAME);
        return fields(parameters);
    }

    TemplateFields modify(Parameters parameters) {
        return fields(parameters.only(modified, action));
    }

    private static TemplateFields fields(Parameters parameters) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String field : TEXTS) {
            String text = parameters.text(field);
            if (text != null) {
                TemplateText.check(field, text);
                texts.put(field, text);
            }
        }
        @Nullable List<String> levels = parameters.texts(TemplateFields.LEVELS);
        if (levels != null) {
            levels.forEach(TemplateText::checkLevel);
        }
        return new TemplateFields(texts, levels);
    }
}
