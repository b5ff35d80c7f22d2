package io.github.csscallback.core.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.signature.CallbackKey;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class TemplateChangeTest {

    private static final URI HOOK = URI.create("https://hooks.example.com/secret-path");

    @Test
    void whatIsNotMentionedIsLeft() {
        TemplateChange change = TemplateChange.builder().name("b").build();

        assertThat(change.fields()).containsExactly("TemplateName");
        assertThat(change.name()).isEqualTo(new FieldChange.Set<>("b"));
        assertThat(change.description()).isInstanceOf(FieldChange.Leave.class);
        assertThat(change.notifyUrls()).isEmpty();
        assertThat(change.recordExceptionLevels()).isInstanceOf(FieldChange.Leave.class);
        assertThat(change.callbackKey()).isInstanceOf(FieldChange.Leave.class);
    }

    @Test
    void everyFieldCanBeSet() {
        CallbackKey key = CallbackKey.of("abc");
        TemplateChange change = TemplateChange.builder()
                .name("b")
                .description("new text")
                .notifyUrl(EventType.RECORD, HOOK)
                .recordExceptionLevels("error", "info")
                .callbackKey(key)
                .build();

        assertThat(change.fields())
                .containsExactly(
                        "TemplateName", "Description", "RecordNotifyUrl", "RecordExceptionLevels", "CallbackKey");
        assertThat(change.description()).isEqualTo(new FieldChange.Set<>("new text"));
        assertThat(change.notifyUrls()).containsEntry(EventType.RECORD, new FieldChange.Set<>(HOOK));
        assertThat(change.recordExceptionLevels()).isEqualTo(new FieldChange.Set<>(List.of("error", "info")));
        assertThat(change.callbackKey()).isEqualTo(new FieldChange.Set<>(key));
    }

    @Test
    void everythingButTheNameCanBeCleared() {
        TemplateChange change = TemplateChange.builder()
                .clearDescription()
                .clearNotifyUrl(EventType.RECORD)
                .clearRecordExceptionLevels()
                .clearCallbackKey()
                .build();

        assertThat(change.fields())
                .containsExactly("Description", "RecordNotifyUrl", "RecordExceptionLevels", "CallbackKey");
        assertThat(change.description()).isInstanceOf(FieldChange.Clear.class);
        assertThat(change.notifyUrls().get(EventType.RECORD)).isInstanceOf(FieldChange.Clear.class);
        assertThat(change.recordExceptionLevels()).isInstanceOf(FieldChange.Clear.class);
        assertThat(change.callbackKey()).isInstanceOf(FieldChange.Clear.class);
    }

    @Test
    void theLastWordOnAFieldCounts() {
        TemplateChange change = TemplateChange.builder()
                .notifyUrl(EventType.RECORD, HOOK)
                .clearNotifyUrl(EventType.RECORD)
                .build();

        assertThat(change.notifyUrls().get(EventType.RECORD)).isInstanceOf(FieldChange.Clear.class);
    }

    @Test
    void aChangeOfNothingIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TemplateChange.builder().build())
                .withMessageContaining("nothing would change");
    }

    @Test
    void emptyingADescriptionMustBeSaid() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TemplateChange.builder().description(""))
                .withMessageContaining("clearDescription()");
    }

    @Test
    void theRulesOfANewTemplateHoldForAChangeToo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TemplateChange.builder().name("a b").build())
                .withMessageContaining("TemplateName");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        TemplateChange.builder().description("x".repeat(101)).build())
                .withMessageContaining("Description");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TemplateChange.builder()
                        .callbackKey(CallbackKey.of("a-b"))
                        .build())
                .withMessageContaining("CallbackKey");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TemplateChange.builder().notifyUrl(EventType.RECORD, URI.create("ftp://h/")))
                .withMessageContaining("RecordNotifyUrl");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TemplateChange.builder().clearNotifyUrl(EventType.of(9999)))
                .withMessageContaining("9999");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TemplateChange.builder().recordExceptionLevels());
    }

    @Test
    void theConsolesLimitsCanBeLeftBehind() {
        TemplateChange change = TemplateChange.builder()
                .name("a".repeat(31))
                .description("x".repeat(101))
                .callbackKey(CallbackKey.of("a-b"))
                .beyondConsoleLimits()
                .build();

        assertThat(change.fields()).hasSize(3);
    }

    @Test
    void whatASiteDoesNotLetBeChangedIsRejectedByName() {
        TemplateChange change =
                TemplateChange.builder().clearRecordExceptionLevels().build();

        change.checkFor(Site.CHINA);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> change.checkFor(Site.INTERNATIONAL))
                .withMessageContaining("INTERNATIONAL does not let RecordExceptionLevels");
    }

    @Test
    void itPrintsNoValue() {
        TemplateChange change = TemplateChange.builder()
                .notifyUrl(EventType.RECORD, HOOK)
                .callbackKey(CallbackKey.of("adasda131312"))
                .build();

        assertThat(change.toString()).isEqualTo("TemplateChange[fields [RecordNotifyUrl, CallbackKey]]");
    }
}
