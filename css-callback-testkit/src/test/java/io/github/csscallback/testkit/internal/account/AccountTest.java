package io.github.csscallback.testkit.internal.account;

import static io.github.csscallback.core.event.EventType.RECORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.template.CallbackRule;
import io.github.csscallback.core.template.Site;
import io.github.csscallback.core.template.TemplateSpec;
import io.github.csscallback.testkit.internal.account.AccountException.Reason;
import io.github.csscallback.testsupport.SettableClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class AccountTest {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final String DOMAIN = "push.example.com";

    private final SettableClock clock = SettableClock.at(START);
    /** What the next changes take; 10 minutes once it is empty. */
    private final Deque<Duration> delays = new ArrayDeque<>();

    private final Account account =
            new Account(Site.CHINA, clock, () -> delays.isEmpty() ? TEN_MINUTES : delays.remove());

    @Test
    void aRuleComesIntoForceAfterThePropagationTime() {
        long id = account.create(recordTo("http://a.example/css"));
        account.bind(DOMAIN, "live", id);

        clock.advance(TEN_MINUTES.minusNanos(1));
        assertThat(none("live"))
                .isEqualTo("the rule of push.example.com/live, made at 2026-03-01T00:00:00Z, comes into force at"
                        + " 2026-03-01T00:10:00Z");

        clock.advance(Duration.ofNanos(1));
        assertThat(bound("live").templateId()).isEqualTo(id);
        assertThat(bound("live").addresses()).containsExactly(Map.entry(RECORD, "http://a.example/css"));
    }

    @Test
    void aChangeIsReadBackAtOnceAndInForceLater() {
        long id = boundTemplate("live");

        account.modify(id, recordTo("http://b.example/css"));

        assertThat(account.template(id).fields().texts()).containsEntry("RecordNotifyUrl", "http://b.example/css");
        assertThat(bound("live").addresses()).containsEntry(RECORD, "http://a.example/css");
        clock.advance(TEN_MINUTES);
        assertThat(bound("live").addresses()).containsEntry(RECORD, "http://b.example/css");
    }

    @Test
    void aDeletedRuleStaysInForceUntilTheDeletionIsPropagated() {
        long id = boundTemplate("live");

        account.unbind(DOMAIN, "live");
        account.delete(id);

        assertThat(account.rules()).isEmpty();
        assertThat(account.templates()).isEmpty();
        assertThat(bound("live").addresses()).containsEntry(RECORD, "http://a.example/css");
        clock.advance(TEN_MINUTES);
        assertThat(none("live")).isEqualTo("no rule binds push.example.com/live");
    }

    @Test
    void aLaterChangeIsNeverInForceBeforeAnEarlierOne() {
        long id = boundTemplate("live");

        delays.add(Duration.ofMinutes(9));
        account.modify(id, recordTo("http://slow.example/css"));
        clock.advance(Duration.ofMinutes(1));
        delays.add(Duration.ofMinutes(5));
        account.modify(id, recordTo("http://fast.example/css"));

        clock.advance(Duration.ofMinutes(7));
        assertThat(bound("live").addresses()).containsEntry(RECORD, "http://a.example/css");
        clock.advance(Duration.ofMinutes(1));
        assertThat(bound("live").addresses()).containsEntry(RECORD, "http://fast.example/css");
    }

    @Test
    void aRecreatedRuleIsNotInForceBeforeTheDeletionOfThePreviousOne() {
        long first = boundTemplate("live");
        long second = account.create(recordTo("http://second.example/css"));

        delays.add(Duration.ofMinutes(9));
        account.unbind(DOMAIN, "live");
        delays.add(Duration.ofMinutes(5));
        account.bind(DOMAIN, "live", second);

        clock.advance(Duration.ofMinutes(8));
        assertThat(bound("live").templateId()).isEqualTo(first);
        clock.advance(Duration.ofMinutes(1));
        assertThat(bound("live").templateId()).isEqualTo(second);
    }

    @Test
    void thePreviousKeyIsAvailableAfterAChange() {
        long id = boundTemplate("live", key("first"));
        assertThat(bound("live").key()).isEqualTo(CallbackKey.of("first"));
        assertThat(bound("live").previousKey()).isNull();

        account.modify(id, key("second"));
        assertThat(bound("live").key()).isEqualTo(CallbackKey.of("first"));
        clock.advance(TEN_MINUTES);
        assertThat(bound("live").key()).isEqualTo(CallbackKey.of("second"));
        assertThat(bound("live").previousKey()).isEqualTo(CallbackKey.of("first"));

        account.modify(id, recordTo("http://b.example/css"));
        clock.advance(TEN_MINUTES);
        assertThat(bound("live").previousKey())
                .as("a change of an address is none of the key")
                .isEqualTo(CallbackKey.of("first"));

        account.modify(id, new TemplateValues(Map.of("CallbackKey", ""), null));
        clock.advance(TEN_MINUTES);
        assertThat(bound("live").key()).isNull();
        assertThat(bound("live").previousKey()).isEqualTo(CallbackKey.of("second"));
    }

    @Test
    void aKeyThatWasNeverInForceIsNotThePreviousKey() {
        long id = boundTemplate("live", key("first"));

        account.modify(id, key("never"));
        account.modify(id, key("second"));
        clock.advance(TEN_MINUTES);

        assertThat(bound("live").key()).isEqualTo(CallbackKey.of("second"));
        assertThat(bound("live").previousKey()).isEqualTo(CallbackKey.of("first"));
    }

    @Test
    void aKeyThatWasInForceAtTheSameInstantIsThePreviousKey() {
        long id = boundTemplate("live", key("first"));

        delays.add(Duration.ZERO);
        account.modify(id, key("second"));
        assertThat(bound("live").key()).isEqualTo(CallbackKey.of("second"));
        delays.add(Duration.ZERO);
        account.modify(id, key("third"));

        assertThat(bound("live").key()).isEqualTo(CallbackKey.of("third"));
        assertThat(bound("live").previousKey()).isEqualTo(CallbackKey.of("second"));
    }

    @Test
    void aRuleDeletedBeforeItCameIntoForceHasNoEffect() {
        long id = account.create(recordTo("http://a.example/css"));
        account.bind(DOMAIN, "live", id);
        account.unbind(DOMAIN, "live");

        assertThat(none("live")).isEqualTo("no rule binds push.example.com/live");
        clock.advance(TEN_MINUTES);
        assertThat(none("live")).isEqualTo("no rule binds push.example.com/live");
        account.delete(id);
    }

    @Test
    void theRuleOfAPathTakesPrecedenceOverThatOfTheDomain() {
        long whole = account.create(recordTo("http://whole.example/css"));
        long vod = account.create(recordTo("http://vod.example/css"));
        account.bind(DOMAIN, "", whole);
        account.bind(DOMAIN, "vod", vod);
        clock.advance(TEN_MINUTES);

        assertThat(bound("live").templateId()).isEqualTo(whole);
        assertThat(bound("vod").templateId()).isEqualTo(vod);
        account.unbind(DOMAIN, "vod");
        clock.advance(TEN_MINUTES);
        assertThat(bound("vod").templateId()).isEqualTo(whole);
    }

    @Test
    void domainsAreCaseInsensitiveAndPathsCaseSensitive() {
        long id = account.create(recordTo("http://a.example/css"));
        account.bind("Push.Example.COM", "Live", id);
        account.bind("Push.Example.COM", "Vod", id);
        account.bind("another.example.com", "other", id);
        clock.advance(TEN_MINUTES);

        assertThat(account.route("push.example.com", "Live")).isInstanceOf(Route.Bound.class);
        assertThat(none("live")).isEqualTo("no rule binds push.example.com/live; the domain has rules for Live, Vod");
        assertThat(account.rules()).extracting(CallbackRule::pushDomain).first().isEqualTo("Push.Example.COM");
    }

    @Test
    void clearedFieldsAreRemovedAndOmittedFieldsAreKept() {
        long id = account.create(new TemplateValues(
                Map.of(
                        "TemplateName",
                        "shop",
                        "RecordNotifyUrl",
                        "http://a.example/r",
                        "StreamBeginNotifyUrl",
                        "http://a.example/b"),
                List.of("error")));

        account.modify(id, new TemplateValues(Map.of("RecordNotifyUrl", ""), null));
        assertThat(account.template(id).fields())
                .isEqualTo(new TemplateValues(
                        Map.of("TemplateName", "shop", "StreamBeginNotifyUrl", "http://a.example/b"),
                        List.of("error")));

        account.modify(id, new TemplateValues(Map.of(), List.of()));
        assertThat(account.template(id).fields().levels()).isEmpty();
    }

    @Test
    void theAccountRejectsWhatTheServiceRejects() {
        rejected(Reason.NO_TEMPLATE, () -> account.template(7));
        rejected(Reason.NO_TEMPLATE, () -> account.modify(7, key("some")));
        rejected(Reason.NO_TEMPLATE, () -> account.delete(7));
        rejected(Reason.NO_TEMPLATE, () -> account.bind(DOMAIN, "live", 7));
        rejected(Reason.NO_RULE, () -> account.unbind(DOMAIN, "live"));
        rejected(Reason.NO_ADDRESS, () -> account.create(key("some")));
        long id = boundTemplate("live");
        rejected(Reason.TEMPLATE_BOUND, () -> account.delete(id));
        rejected(Reason.RULE_EXISTS, () -> account.bind("PUSH.example.com", "live", id));
    }

    @Test
    void anAccountHasAtMostFiftyTemplates() {
        for (int i = 0; i < 50; i++) {
            account.create(recordTo("http://a.example/" + i));
        }
        rejected(Reason.TOO_MANY_TEMPLATES, () -> account.create(recordTo("http://a.example/50")));
        account.delete(account.templates().get(20).id());
        long id = account.create(recordTo("http://a.example/50"));
        assertThat(account.templates())
                .hasSize(50)
                .last()
                .extracting(Template::id)
                .isEqualTo(id);
    }

    @Test
    void deletedTemplatesAreNotRetainedOnceOutOfForce() {
        for (int i = 0; i < 20; i++) {
            long id = account.create(recordTo("http://a.example/" + i));
            account.bind(DOMAIN, "live-" + i, id);
            account.unbind(DOMAIN, "live-" + i);
            account.delete(id);
            account.bindAtOnce(DOMAIN, "at-once", spec(RECORD, "http://a.example/" + i));
            clock.advance(TEN_MINUTES);
        }
        long last = account.create(recordTo("http://a.example/css"));
        account.delete(last);

        assertThat(account).hasToString("Account[CHINA, 1 templates, 1 rules, EdgeConfig[1 templates, 1 rules]]");
    }

    @Test
    void aClearedAccountIsEmptyAndNamesDiscardedRules() {
        long before = boundTemplate("live");

        account.clear();

        assertThat(account.templates()).isEmpty();
        assertThat(account.rules()).isEmpty();
        assertThat(none("live"))
                .isEqualTo("no rule binds push.example.com/live any more: reset() discarded the rule; bind it again");
        assertThat(none("other")).isEqualTo("no rule binds push.example.com/other");
        assertThat(account.create(recordTo("http://a.example/css"))).isEqualTo(before);
    }

    @Test
    void toStringContainsNeitherKeyNorAddress() {
        long id = account.create(new TemplateValues(
                Map.of("RecordNotifyUrl", "http://a.example/secretPath", "CallbackKey", "secretKey"), List.of()));

        assertThat(account.template(id)).asString().contains("RecordNotifyUrl").doesNotContain("secret");
    }

    private long boundTemplate(String app, TemplateValues... more) {
        TemplateValues fields = recordTo("http://a.example/css");
        for (TemplateValues change : more) {
            fields = fields.changedBy(change);
        }
        long id = account.create(fields);
        account.bind(DOMAIN, app, id);
        clock.advance(TEN_MINUTES);
        return id;
    }

    private Route.Bound bound(String app) {
        Route route = account.route(DOMAIN, app);
        assertThat(route).isInstanceOf(Route.Bound.class);
        return (Route.Bound) route;
    }

    private String none(String app) {
        return Optional.of(account.route(DOMAIN, app))
                .filter(Route.None.class::isInstance)
                .map(route -> ((Route.None) route).reason())
                .orElseThrow();
    }

    private static TemplateValues recordTo(String address) {
        return new TemplateValues(Map.of("RecordNotifyUrl", address), null);
    }

    private static TemplateValues key(String secret) {
        return new TemplateValues(Map.of("CallbackKey", secret), null);
    }

    private static TemplateSpec spec(EventType type, String address) {
        return TemplateSpec.named("shop").notifyUrl(type, URI.create(address)).build();
    }

    private static void rejected(Reason reason, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(AccountException.class)
                .extracting(e -> Objects.requireNonNull((AccountException) e).reason())
                .isEqualTo(reason);
    }
}
