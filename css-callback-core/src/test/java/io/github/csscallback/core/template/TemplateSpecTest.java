package io.github.csscallback.core.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.signature.CallbackKey;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateSpecTest {

    private static final URI HOOK = URI.create("https://hooks.example.com/secret-path?a=b");

    private static TemplateSpec.Builder named(String name) {
        return TemplateSpec.named(name).notifyUrl(EventType.RECORD, HOOK);
    }

    @Test
    void everyFieldThatIsSetIsNamedInTheOrderItIsSent() {
        TemplateSpec spec = named("shop-live")
                .description("all events of the shop")
                .notifyUrl(EventType.STREAM_BEGIN, HOOK)
                .recordExceptionLevels("error")
                .callbackKey(CallbackKey.of("adasda131312"))
                .build();

        assertThat(spec.fields())
                .containsExactly(
                        "TemplateName",
                        "Description",
                        "RecordNotifyUrl",
                        "StreamBeginNotifyUrl",
                        "RecordExceptionLevels",
                        "CallbackKey");
        assertThat(spec.notifyUrls()).containsEntry(EventType.RECORD, HOOK).hasSize(2);
        assertThat(spec.description()).isEqualTo("all events of the shop");
        assertThat(spec.recordExceptionLevels()).containsExactly("error");
        assertThat(spec.callbackKey()).isEqualTo(CallbackKey.of("adasda131312"));
    }

    @Test
    void whatIsNotSetIsNotThere() {
        TemplateSpec spec = named("a").build();

        assertThat(spec.fields()).containsExactly("TemplateName", "RecordNotifyUrl");
        assertThat(spec.description()).isNull();
        assertThat(spec.callbackKey()).isNull();
        assertThat(spec.recordExceptionLevels()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop-live", "A_1", "直播回调", "𠀀𠀁", "〇"})
    void aNameMayHoldChineseLettersDigitsUnderscoreAndMinus(String name) {
        assertThat(named(name).build().name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a.b", "é", "a\n", "😀", "１", "\ud840", "a/b"})
    void aNameWithAnotherCharacterIsRejectedEvenBeyondTheConsolesLimits(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> named(name).beyondConsoleLimits().build())
                .withMessageStartingWith("TemplateName may hold only")
                .withMessageNotContaining(name);
    }

    @Test
    void aNameNeedsACharacter() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> named("").build())
                .withMessageContaining("TemplateName is empty");
    }

    @Test
    void theConsolesLimitOfANameCountsCodePoints() {
        String thirty = "𠀀".repeat(30);
        assertThat(named(thirty).build().name()).isEqualTo(thirty);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> named("𠀀".repeat(31)).build())
                .withMessageContaining("TemplateName has 31 characters")
                .withMessageContaining("beyondConsoleLimits()");
        assertThat(named("a".repeat(31)).beyondConsoleLimits().build().name()).hasSize(31);
    }

    @Test
    void theApisLimitOfANameCountsBytesOfUtf8AndAlwaysHolds() {
        assertThat(named("播".repeat(85)).beyondConsoleLimits().build().name()).hasSize(85);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> named("播".repeat(85) + "a").beyondConsoleLimits().build())
                .withMessageContaining("256 bytes")
                .withMessageContaining("at most 255");
    }

    @Test
    void aDescriptionMayHoldSpacesAndPunctuation() {
        assertThat(named("a").description("test, of 直播!").build().description()).isEqualTo("test, of 直播!");
    }

    @ParameterizedTest
    @ValueSource(strings = {"two\nlines", "\u0000", "half \ud83d"})
    void aDescriptionWithAControlCharacterOrHalfAPairIsRejected(String description) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> named("a").description(description).build())
                .withMessageContaining("Description holds a control character");
    }

    @Test
    void aDescriptionHasALimitInTheConsoleAndAnotherInTheApi() {
        assertThat(named("a").description("播".repeat(100)).build().description())
                .isNotNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> named("a").description("播".repeat(101)).build())
                .withMessageContaining("Description has 101 characters");
        assertThat(named("a")
                        .description("a".repeat(1024))
                        .beyondConsoleLimits()
                        .build()
                        .description())
                .isNotNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> named("a")
                        .description("a".repeat(1025))
                        .beyondConsoleLimits()
                        .build())
                .withMessageContaining("1025 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"with-minus", "schlüssel", "a23456789012345678901234567890123"})
    void aKeyThatTheConsoleWouldNotTakeNeedsToBeAskedFor(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> named("a").callbackKey(CallbackKey.of(key)).build())
                .withMessageContaining("CallbackKey must be up to 32 letters and digits")
                .withMessageNotContaining(key);
        assertThat(named("a")
                        .callbackKey(CallbackKey.of(key))
                        .beyondConsoleLimits()
                        .build()
                        .callbackKey())
                .isNotNull();
    }

    @Test
    void aKeyOfThirtyTwoLettersAndDigitsPasses() {
        CallbackKey key = CallbackKey.of("azAZ0123456789012345678901234567");
        assertThat(named("a").callbackKey(key).build().callbackKey()).isEqualTo(key);
    }

    @Test
    void aTemplateWithoutAnAddressIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TemplateSpec.named("a").build())
                .withMessageContaining("at least one address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://h/", "/path", "mailto:a@b", "https:///x", "http:opaque"})
    void anAddressThatIsNotHttpWithAHostIsRejectedWithoutShowingIt(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> named("a").notifyUrl(EventType.RECORD, URI.create(address)))
                .withMessageStartingWith("RecordNotifyUrl ")
                .withMessageNotContaining(address);
    }

    @Test
    void theSchemeOfAnAddressMayBeInCapitals() {
        URI address = URI.create("HTTP://H/");
        assertThat(named("a")
                        .notifyUrl(EventType.RECORD, address)
                        .build()
                        .notifyUrls()
                        .get(EventType.RECORD))
                .isEqualTo(address);
    }

    @Test
    void aTypeWithoutATemplateFieldIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> named("a").notifyUrl(EventType.of(9999), HOOK))
                .withMessageContaining("9999");
    }

    @Test
    void levelsMustBeThereAndNotBlank() {
        assertThatIllegalArgumentException().isThrownBy(() -> named("a").recordExceptionLevels());
        assertThatIllegalArgumentException().isThrownBy(() -> named("a").recordExceptionLevels("error", " "));
    }

    @Test
    void whatASiteDoesNotKnowIsRejectedByName() {
        TemplateSpec spec = named("a").recordExceptionLevels("error").build();

        spec.checkFor(Site.CHINA);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> spec.checkFor(Site.INTERNATIONAL))
                .withMessageContaining("INTERNATIONAL does not take RecordExceptionLevels");
    }

    @Test
    void itPrintsNeitherAddressNorKey() {
        TemplateSpec spec =
                named("shop").callbackKey(CallbackKey.of("adasda131312")).build();

        assertThat(spec.toString())
                .isEqualTo("TemplateSpec[shop, fields [TemplateName, RecordNotifyUrl, CallbackKey]]");
    }
}
