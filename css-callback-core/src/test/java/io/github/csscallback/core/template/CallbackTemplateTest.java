package io.github.csscallback.core.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.field.SecretText;
import io.github.csscallback.core.signature.CallbackKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CallbackTemplateTest {

    private static CallbackTemplate template(
            Map<EventType, String> urls, @Nullable String key, Set<String> unreadable) {
        return new CallbackTemplate(
                7, "shop", null, urls, List.of(), key == null ? null : SecretText.of(key), unreadable);
    }

    @Test
    void whatExistsIsNotChecked() {
        CallbackTemplate odd = template(Map.of(EventType.RECORD, " not an address "), "has blank", Set.of());

        assertThat(odd.notifyUrl(EventType.RECORD)).contains(" not an address ");
        assertThat(odd.notifyUrl(EventType.STREAM_BEGIN)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(odd::verificationKey).withMessageNotContaining("has blank");
    }

    @Test
    void itsKeyServesTheReceiver() {
        CallbackKey key = Objects.requireNonNull(
                template(Map.of(), "adasda131312", Set.of()).verificationKey());

        assertThat(key).isEqualTo(CallbackKey.of("adasda131312"));
        assertThat(key.label()).isEqualTo("template-7");
        assertThat(template(Map.of(), null, Set.of()).verificationKey()).isNull();
    }

    @Test
    void itKeepsNothingOfTheMapItWasGiven() {
        Map<EventType, String> urls = new HashMap<>(Map.of(EventType.RECORD, "https://a/"));
        CallbackTemplate template = template(urls, null, Set.of());
        urls.clear();

        assertThat(template.notifyUrls()).hasSize(1);
    }

    @Test
    void itPrintsNeitherAddressNorKeyAndNamesWhatCannotBeRead() {
        CallbackTemplate template = template(
                Map.of(EventType.RECORD, "https://a/secret-path"), "adasda131312", Set.of("RecordStatusNotifyUrl"));

        assertThat(template.toString())
                .isEqualTo("CallbackTemplate[7, shop, addresses for [100 RecordEvent], key ***,"
                        + " cannot be read: [RecordStatusNotifyUrl]]");
        assertThat(template(Map.of(), null, Set.of()).toString())
                .isEqualTo("CallbackTemplate[7, shop, addresses for [], no key]");
    }

    @Test
    void aRuleIsFoundByDomainInAnyCaseAndExactPath() {
        CallbackRule rule = new CallbackRule("push.example.com", "live", 7, null, null);

        assertThat(rule.isFor("Push.Example.COM", "live")).isTrue();
        assertThat(rule.isFor("push.example.com", "Live")).isFalse();
        assertThat(rule.isFor("push.example.com", "")).isFalse();
        assertThat(rule.isFor("other.example.com", "live")).isFalse();
    }
}
