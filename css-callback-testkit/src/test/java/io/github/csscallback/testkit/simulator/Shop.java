package io.github.csscallback.testkit.simulator;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.template.TemplateSpec;
import java.net.URI;
import java.time.Instant;

/** The account that the tests share. */
final class Shop {

    static final CallbackKey KEY = CallbackKey.of("adasda131312");
    static final String DOMAIN = "push.example.org";
    static final String APP = "shop";
    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private Shop() {}

    /** A template with one address for every kind that has a field. */
    static TemplateSpec template(URI hooks) {
        return unsignedTemplate(hooks).callbackKey(KEY).build();
    }

    static TemplateSpec.Builder unsignedTemplate(URI hooks) {
        TemplateSpec.Builder template = TemplateSpec.named("shop");
        EventType.known().stream()
                .filter(type -> type.templateField().isPresent())
                .forEach(type -> template.notifyUrl(type, hooks));
        return template;
    }

    /** Binds everything that can have an address to one. */
    static void bindAll(CssSimulator css, URI hooks) {
        css.bind(DOMAIN, APP, template(hooks));
        EventType.known().stream()
                .filter(type -> type.templateField().isEmpty())
                .forEach(type -> css.notifyUrl(type, hooks));
        css.notifyUrl(EventType.of(350), hooks);
    }
}
