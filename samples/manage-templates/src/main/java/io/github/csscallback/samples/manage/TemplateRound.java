package io.github.csscallback.samples.manage;

import io.github.csscallback.client.CssCallbackClient;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.template.CallbackRule;
import io.github.csscallback.core.template.CallbackTemplate;
import io.github.csscallback.core.template.TemplateSpec;
import java.net.URI;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates a template, binds it, lists what there is, and takes everything away again, whatever happens in between. */
final class TemplateRound {

    private static final Logger LOG = LoggerFactory.getLogger(TemplateRound.class);

    private final CssCallbackClient client;
    private final String domain;
    private final String app;

    TemplateRound(CssCallbackClient client, String domain, String app) {
        this.client = client;
        this.domain = domain;
        this.app = app;
    }

    void run(URI address, CallbackKey key) {
        Optional<CallbackRule> inUse = client.listRules().stream()
                .filter(rule -> rule.isFor(domain, app))
                .findFirst();
        if (inUse.isPresent()) {
            // Unbinding it at the end would cut somebody's events off. To change a rule on purpose: client.rebind(...)
            LOG.warn(
                    "{}/{} has template {} already; nothing is done",
                    domain,
                    app,
                    inUse.get().templateId());
            return;
        }
        TemplateSpec spec = TemplateSpec.named("sdk-sample")
                .description("made by a sample, may be deleted")
                .notifyUrl(EventType.RECORD, address)
                .notifyUrl(EventType.STREAM_END, address)
                .callbackKey(key)
                .build();
        CallbackTemplate template = client.createTemplate(spec);
        LOG.info("created {}", template);
        try {
            bindAndList(template);
        } finally {
            // Only an unbound template can be deleted; otherwise this fails with ErrorKind.IN_USE.
            client.deleteTemplate(template.id());
            LOG.info("deleted template {}", template.id());
        }
    }

    private void bindAndList(CallbackTemplate template) {
        client.bind(domain, app, template.id());
        LOG.info("bound to {}/{}; on streams it would act after 5 to 10 minutes", domain, app);
        try {
            client.listTemplates().forEach(each -> LOG.info("there is {}", each));
            client.listRules()
                    .forEach(rule ->
                            LOG.info("{}/{} has template {}", rule.pushDomain(), rule.appName(), rule.templateId()));
        } finally {
            client.unbind(domain, app);
            LOG.info("unbound from {}/{}", domain, app);
        }
    }
}
