package io.github.csscallback.testkit.internal.account;

import static io.github.csscallback.core.event.EventType.RECORD;
import static io.github.csscallback.core.event.EventType.STREAM_BEGIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.template.CallbackRule;
import io.github.csscallback.core.template.Site;
import io.github.csscallback.core.template.TemplateSpec;
import io.github.csscallback.testsupport.SettableClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BindAtOnceTest {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final String DOMAIN = "push.example.com";

    private final SettableClock clock = SettableClock.at(START);
    private final Account account = new Account(Site.CHINA, clock, () -> TEN_MINUTES);

    @Test
    void aBindingMadeAtOnceIsInForceAtOnce() {
        long id = account.bindAtOnce(DOMAIN, "live", spec(RECORD, "http://a.example/css"));

        assertThat(bound("live").templateId()).isEqualTo(id);
        assertThat(account.rules()).extracting(CallbackRule::templateId).containsExactly(id);
    }

    @Test
    void aBindingMadeAtOnceReplacesTheRuleInForceAndPendingChanges() {
        long ofTheApi = account.create(recordTo("http://a.example/css"));
        account.bind(DOMAIN, "live", ofTheApi);

        long first = account.bindAtOnce(DOMAIN, "live", spec(RECORD, "http://b.example/css"));
        assertThat(bound("live").templateId()).isEqualTo(first);
        clock.advance(TEN_MINUTES);
        assertThat(bound("live").templateId()).isEqualTo(first);

        long second = account.bindAtOnce(DOMAIN, "live", spec(STREAM_BEGIN, "http://c.example/css"));
        assertThat(bound("live").addresses()).containsOnlyKeys(STREAM_BEGIN);
        assertThat(account.templates()).extracting(Template::id).containsExactly(ofTheApi, second);
    }

    @Test
    void aBindingMadeAtOnceHasAllFieldsOfTheTemplate() {
        long id = account.bindAtOnce(
                DOMAIN,
                "live",
                TemplateSpec.named("shop")
                        .description("of the shop")
                        .notifyUrl(RECORD, URI.create("http://a.example/css"))
                        .recordExceptionLevels("error")
                        .callbackKey(CallbackKey.of("first"))
                        .build());

        assertThat(account.template(id).fields())
                .isEqualTo(new TemplateValues(
                        Map.of(
                                "TemplateName", "shop",
                                "Description", "of the shop",
                                "RecordNotifyUrl", "http://a.example/css",
                                "CallbackKey", "first"),
                        List.of("error")));
        assertThat(bound("live").key()).isEqualTo(CallbackKey.of("first"));
    }

    @Test
    void aReplacedTemplateIsDeletedIfNoOtherRuleBindsIt() {
        long first = account.bindAtOnce(DOMAIN, "live", spec(RECORD, "http://a.example/css"));
        long other = account.bindAtOnce(DOMAIN, "vod", spec(RECORD, "http://b.example/css"));

        long next = account.bindAtOnce(DOMAIN, "live", spec(RECORD, "http://c.example/css"));

        assertThat(account.templates())
                .extracting(Template::id)
                .containsExactly(other, next)
                .doesNotContain(first);
    }

    @Test
    void aReplacedTemplateIsKeptIfAnotherRuleBindsIt() {
        long first = account.bindAtOnce(DOMAIN, "live", spec(RECORD, "http://a.example/css"));
        account.bind(DOMAIN, "vod", first);
        account.bind(DOMAIN, "other", account.create(recordTo("http://b.example/css")));

        account.bindAtOnce(DOMAIN, "live", spec(RECORD, "http://c.example/css"));

        assertThat(account.template(first).id()).isEqualTo(first);
        clock.advance(TEN_MINUTES);
        assertThat(bound("vod").templateId()).isEqualTo(first);
    }

    @Test
    void aClearedAccountDoesNotTreatANewTemplateAsItsOwn() {
        long made = account.bindAtOnce(DOMAIN, "live", spec(RECORD, "http://a.example/css"));
        account.clear();
        assertThat(account.create(recordTo("http://b.example/css"))).isEqualTo(made);
        account.bind(DOMAIN, "live", made);

        account.bindAtOnce(DOMAIN, "live", spec(RECORD, "http://c.example/css"));

        assertThat(account.templates()).extracting(Template::id).contains(made);
    }

    @Test
    void rebindingAtOnceRepeatedlyDoesNotFillTheAccount() {
        for (int i = 0; i < 120; i++) {
            account.bindAtOnce(DOMAIN, "live", spec(RECORD, "http://a.example/" + i));
        }
        assertThat(account.templates()).hasSize(1);
    }

    @Test
    void aBindingMadeAtOnceRejectsFieldsThatTheSiteDoesNotHave() {
        Account international = new Account(Site.INTERNATIONAL, clock, () -> TEN_MINUTES);

        assertThatThrownBy(() ->
                        international.bindAtOnce(DOMAIN, "live", spec(EventType.RECORD_STATUS, "http://a.example/css")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("RecordStatusNotifyUrl");
    }

    private Route.Bound bound(String app) {
        Route route = account.route(DOMAIN, app);
        assertThat(route).isInstanceOf(Route.Bound.class);
        return (Route.Bound) route;
    }

    private static TemplateValues recordTo(String address) {
        return new TemplateValues(Map.of("RecordNotifyUrl", address), null);
    }

    private static TemplateSpec spec(EventType type, String address) {
        return TemplateSpec.named("shop").notifyUrl(type, URI.create(address)).build();
    }
}
