package io.github.csscallback.client.support;

import io.github.csscallback.client.CssCallbackClient;
import io.github.csscallback.client.records.CallbackRecordQuery;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.template.TemplateChange;
import io.github.csscallback.core.template.TemplateSpec;
import java.net.URI;
import java.time.Instant;
import java.util.function.Consumer;

/** Each action with a way to call it. */
@SuppressWarnings("ImmutableEnumChecker") // the lambdas hold nothing
public enum Actions {
    CreateLiveCallbackTemplate(client -> client.createTemplate(TemplateSpec.named("shop")
            .notifyUrl(EventType.RECORD, URI.create("https://hooks.example.com/css"))
            .callbackKey(CallbackKey.of(Actions.CALLBACK_KEY))
            .build())),
    ModifyLiveCallbackTemplate(client -> client.modifyTemplate(
            7,
            TemplateChange.builder()
                    .callbackKey(CallbackKey.of(Actions.CALLBACK_KEY))
                    .build())),
    DeleteLiveCallbackTemplate(client -> client.deleteTemplate(7)),
    DescribeLiveCallbackTemplate(client -> client.getTemplate(7)),
    DescribeLiveCallbackTemplates(CssCallbackClient::listTemplates),
    CreateLiveCallbackRule(client -> client.bind("push.example.com", "live", 7)),
    DeleteLiveCallbackRule(client -> client.unbind("push.example.com", "live")),
    DescribeLiveCallbackRules(CssCallbackClient::listRules),
    DescribeCallbackRecordsList(client -> client.callbackRecords(CallbackRecordQuery.ofStream("room")
                    .between(Instant.parse("2026-11-23T00:00:00Z"), Instant.parse("2026-11-24T00:00:00Z"))
                    .build())
            .forEach(record -> {})),
    DescribeLiveDomains(client -> client.call("DescribeLiveDomains", "{}"));

    public static final String CALLBACK_KEY = "madeUpCallbackKey131312";

    private final Consumer<CssCallbackClient> call;

    Actions(Consumer<CssCallbackClient> call) {
        this.call = call;
    }

    public void call(CssCallbackClient client) {
        call.accept(client);
    }

    public boolean isRead() {
        return name().startsWith("Describe");
    }

    /** Modify, delete and unbind may be sent again when their outcome is not known; create and bind may not. */
    public boolean isRetryable() {
        return !name().startsWith("Create");
    }
}
