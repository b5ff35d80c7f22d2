package io.github.csscallback.cli.simulate.control;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.template.Site;
import io.github.csscallback.core.template.TemplateSpec;
import io.github.csscallback.testkit.simulator.CssSimulator;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where events go, set beside the management API and in force at once. */
public final class AddressCalls {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String URL = "url";
    private static final String NOTIFY_URLS = "notify_urls";
    private static final String KEY = "key";

    private final CssSimulator css;

    AddressCalls(CssSimulator css) {
        this.css = css;
    }

    List<ControlCall> all() {
        return List.of(
                ControlCall.post(
                        "/bindings",
                        "domain app key? url? notify_urls?",
                        "makes a template and binds it, in force at once: all event types to url, or"
                                + " {\"RecordNotifyUrl\": ...} as the API names them",
                        this::bind),
                ControlCall.post(
                        "/notify-urls",
                        "event url",
                        "the address of an event type without a template field, such as RelayEvent or an unknown number",
                        this::notifyUrl));
    }

    private ControlResponse bind(ControlRequest request) {
        ControlBody body = request.body();
        String domain = body.text("domain");
        String app = body.anyText("app");
        TemplateSpec spec = template(body);
        ObjectNode response = JSON.objectNode();
        try {
            response.put("template_id", css.bind(domain, app, spec));
        } catch (IllegalArgumentException e) { // the message names the domain or the app
            throw ControlException.of(400, String.valueOf(e.getMessage()));
        }
        response.put("domain", domain).put("app", app);
        response.put("signed", spec.callbackKey() != null);
        ObjectNode urls = response.putObject(NOTIFY_URLS);
        spec.notifyUrls()
                .forEach((type, address) ->
                        type.templateField().ifPresent(field -> urls.put(field, address.toString())));
        return ControlResponse.made(response);
    }

    private TemplateSpec template(ControlBody body) {
        TemplateSpec.Builder spec = TemplateSpec.named("bindings").beyondConsoleLimits();
        body.optionalText(URL)
                .ifPresent(
                        text -> fieldsOf(css.api().site()).values().forEach(type -> setAddress(spec, type, URL, text)));
        Map<String, EventType> fields = fieldsOf(css.api().site());
        body.texts(NOTIFY_URLS).forEach((field, text) -> {
            String path = NOTIFY_URLS + "." + field;
            EventType type = Optional.ofNullable(fields.get(field))
                    .orElseThrow(() -> ControlException.field(
                            path,
                            "there is no such address in templates; there are " + String.join(", ", fields.keySet())));
            setAddress(spec, type, path, text);
        });
        body.optionalText(KEY).ifPresent(text -> {
            try {
                spec.callbackKey(CallbackKey.of(text));
            } catch (IllegalArgumentException e) {
                throw ControlException.field(KEY, e);
            }
        });
        try {
            return spec.build();
        } catch (IllegalArgumentException e) {
            throw ControlException.field(URL, "give url or notify_urls: a template needs at least one address");
        }
    }

    /** The addresses that a site's templates have, by the API's names. */
    private static Map<String, EventType> fieldsOf(Site site) {
        return EventType.known().stream()
                .filter(type -> type.templateField().filter(site::creates).isPresent())
                .collect(Collectors.toMap(
                        type -> type.templateField().orElseThrow(),
                        type -> type,
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    private static void setAddress(TemplateSpec.Builder spec, EventType type, String path, String text) {
        try {
            spec.notifyUrl(type, uri(path, text));
        } catch (IllegalArgumentException e) {
            throw ControlException.field(path, e);
        }
    }

    private ControlResponse notifyUrl(ControlRequest request) {
        ControlBody body = request.body();
        EventType type = EventNames.in(body);
        URI address = uri(URL, body.text(URL));
        try {
            css.notifyUrl(type, address);
        } catch (IllegalArgumentException e) {
            throw ControlException.field(type.templateField().isPresent() ? EventNames.MEMBER : URL, e);
        }
        ObjectNode response = JSON.objectNode();
        DeliveryJson.putEvent(response, type);
        return ControlResponse.done(response.put(URL, address.toString()));
    }

    private static URI uri(String path, String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw ControlException.field(path, "it is no address; write it as http://127.0.0.1:8080/css");
        }
    }
}
