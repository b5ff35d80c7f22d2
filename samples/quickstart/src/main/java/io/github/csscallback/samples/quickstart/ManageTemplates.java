package io.github.csscallback.samples.quickstart;

import io.github.csscallback.client.CssCallbackClient;
import io.github.csscallback.client.credentials.CredentialsProvider;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.template.CallbackTemplate;
import io.github.csscallback.core.template.Site;
import io.github.csscallback.core.template.TemplateChange;
import io.github.csscallback.core.template.TemplateSpec;
import java.net.URI;

/** Templates and rules from code. {@code samples/manage-templates} is a whole program. */
final class ManageTemplates {

    private ManageTemplates() {}

    static void createAndBind() {
        try (CssCallbackClient client = CssCallbackClient.builder()
                .credentials(CredentialsProvider.defaultChain())
                .site(Site.CHINA)
                .build()) {
            CallbackTemplate template = client.createTemplate(TemplateSpec.named("shop-live")
                    .notifyUrl(EventType.RECORD, URI.create("https://hooks.example.com/css"))
                    .callbackKey(CallbackKey.of(System.getenv("CSS_CALLBACK_KEY")))
                    .build());
            client.bind("push.example.com", "live", template.id()); // acts on streams after 5 to 10 minutes
        }
    }

    static void changeAndRemove(CssCallbackClient client, long id) {
        client.modifyTemplate(
                id, TemplateChange.builder().clearNotifyUrl(EventType.SNAPSHOT).build());
        client.unbind("push.example.com", "live");
        client.deleteTemplate(id); // ErrorKind.IN_USE while a rule binds it
    }
}
