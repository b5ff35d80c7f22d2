package io.github.csscallback.cli.template;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.csscallback.cli.output.TextFormat;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.template.CallbackTemplate;
import io.github.csscallback.core.template.Site;
import java.util.stream.Collectors;

/**
 * A template under the API's field names: what it does not have as null, the key as {@code ***}. A field that the site never
 * shows is left out, since its content is unknown.
 */
public final class TemplateFields {

    public static final String ID = "TemplateId";
    public static final String NAME = "TemplateName";
    public static final String DESCRIPTION = "Description";
    public static final String RECORD_EXCEPTION_LEVELS = "RecordExceptionLevels";
    public static final String CALLBACK_KEY = "CallbackKey";

    private static final String ADDRESS_ENDING = "NotifyUrl";

    private final Site site;

    public TemplateFields(Site site) {
        this.site = site;
    }

    public ObjectNode json(CallbackTemplate template) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put(ID, template.id());
        node.put(NAME, template.name());
        node.put(DESCRIPTION, template.description());
        for (EventType type : EventType.known()) {
            type.templateField()
                    .filter(site::reads)
                    .ifPresent(field -> node.put(field, template.notifyUrl(type).orElse(null)));
        }
        if (site.reads(RECORD_EXCEPTION_LEVELS)) {
            ArrayNode levels = node.putArray(RECORD_EXCEPTION_LEVELS);
            template.recordExceptionLevels().forEach(levels::add);
        }
        node.put(
                CALLBACK_KEY,
                template.callbackKey() == null ? null : template.callbackKey().toString());
        return node;
    }

    /** For people: the fields that have something in them, one a line. */
    public String text(CallbackTemplate template) {
        return "template " + template.id() + TextFormat.of(json(template));
    }

    /** Which events have an address, by the fields' names without what all of them share. */
    public static String addresses(CallbackTemplate template) {
        return template.notifyUrls().keySet().stream()
                .flatMap(type -> type.templateField().stream())
                .map(field -> field.endsWith(ADDRESS_ENDING)
                        ? field.substring(0, field.length() - ADDRESS_ENDING.length())
                        : field)
                .collect(Collectors.joining(" "));
    }
}
