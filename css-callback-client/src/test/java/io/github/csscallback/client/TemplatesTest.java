package io.github.csscallback.client;

import static io.github.csscallback.client.support.StubbedService.error;
import static io.github.csscallback.client.support.StubbedService.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.csscallback.client.error.CssApiException;
import io.github.csscallback.client.error.ErrorKind;
import io.github.csscallback.client.support.StubbedService;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.field.SecretText;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.template.CallbackTemplate;
import io.github.csscallback.core.template.Site;
import io.github.csscallback.core.template.TemplateChange;
import io.github.csscallback.core.template.TemplateSpec;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TemplatesTest {

    private static final String CREATE = "CreateLiveCallbackTemplate";
    private static final String MODIFY = "ModifyLiveCallbackTemplate";
    private static final String DELETE = "DeleteLiveCallbackTemplate";
    private static final String DESCRIBE = "DescribeLiveCallbackTemplate";
    private static final String LIST = "DescribeLiveCallbackTemplates";
    private static final URI HOOK = URI.create("https://hooks.example.com/css?a=1&b=%E7%9B%B4");

    @RegisterExtension
    static final StubbedService SERVICE = new StubbedService();

    private static TemplateSpec.Builder spec() {
        return TemplateSpec.named("shop-live").notifyUrl(EventType.RECORD, HOOK);
    }

    @Test
    void createSendsWhatIsSetAndReturnsItWithTheId() {
        SERVICE.respondsTo(CREATE, ok("\"TemplateId\":1000"));

        CallbackTemplate made = SERVICE.client()
                .createTemplate(TemplateSpec.named("直播-shop")
                        .description("all events, of \"shop\"")
                        .notifyUrl(EventType.STREAM_BEGIN, HOOK)
                        .notifyUrl(EventType.RECORD, HOOK)
                        .recordExceptionLevels("error", "warning")
                        .callbackKey(CallbackKey.of("adasda131312"))
                        .build());

        assertThat(SERVICE.signedBody(CREATE))
                .isEqualTo("{\"TemplateName\":\"直播-shop\",\"Description\":\"all events, of \\\"shop\\\"\","
                        + "\"StreamBeginNotifyUrl\":\"" + HOOK + "\",\"RecordNotifyUrl\":\"" + HOOK + "\","
                        + "\"RecordExceptionLevels\":[\"error\",\"warning\"],\"CallbackKey\":\"adasda131312\"}");
        assertThat(made.id()).isEqualTo(1000);
        assertThat(made.name()).isEqualTo("直播-shop");
        assertThat(made.description()).isEqualTo("all events, of \"shop\"");
        assertThat(made.notifyUrl(EventType.RECORD)).contains(HOOK.toString());
        assertThat(made.recordExceptionLevels()).containsExactly("error", "warning");
        assertThat(made.callbackKey()).isEqualTo(SecretText.of("adasda131312"));
        assertThat(made.unreadableFields()).isEmpty();
        assertThat(SERVICE.count()).isEqualTo(1);
    }

    @Test
    void createSendsNothingThatIsNotSet() {
        SERVICE.respondsTo(CREATE, ok("\"TemplateId\":\"1000\",\"New\":[{}]"));

        assertThat(SERVICE.client().createTemplate(spec().build()).id()).isEqualTo(1000);

        assertThat(SERVICE.signedBody(CREATE))
                .isEqualTo("{\"TemplateName\":\"shop-live\",\"RecordNotifyUrl\":\"" + HOOK + "\"}");
    }

    @Test
    void everyRequestHasTheHeadersOfTheApi() {
        SERVICE.respondsTo(LIST, ok("\"Templates\":[]"));

        SERVICE.client().listTemplates();

        var request = SERVICE.request(LIST);
        assertThat(request.getHeader("X-TC-Version")).isEqualTo("2018-08-01");
        assertThat(request.getHeader("X-TC-Timestamp")).isEqualTo("1795492800");
        assertThat(request.getHeader("Content-Type")).isEqualTo("application/json");
        assertThat(request.getHeader("Host")).isEqualTo(SERVICE.uri().getAuthority());
        assertThat(request.containsHeader("X-TC-Token")).isFalse();
        assertThat(request.containsHeader("X-TC-Region")).isFalse();
        assertThat(request.getProtocol()).isEqualTo("HTTP/1.1");
        assertThat(SERVICE.signedBody(LIST)).isEqualTo("{}");
    }

    @Test
    void whatTheSiteDoesNotKnowIsRejectedBeforeTheNetwork() {
        try (CssCallbackClient abroad =
                SERVICE.builder().site(Site.INTERNATIONAL).build()) {
            TemplateSpec spec = spec().recordExceptionLevels("error").build();
            TemplateChange change =
                    TemplateChange.builder().recordExceptionLevels("error").build();

            assertThatIllegalArgumentException().isThrownBy(() -> abroad.createTemplate(spec));
            assertThatIllegalArgumentException().isThrownBy(() -> abroad.modifyTemplate(1, change));
        }
        assertThat(SERVICE.count()).isZero();
    }

    @Test
    void modifySendsLeaveByOmissionSetByValueAndClearByEmptinessAndReadsBack() {
        SERVICE.respondsTo(MODIFY, ok(""));
        SERVICE.respondsTo(DESCRIBE, ok("\"Template\":{\"TemplateId\":7,\"TemplateName\":\"b\"}"));

        CallbackTemplate after = SERVICE.client()
                .modifyTemplate(
                        7,
                        TemplateChange.builder()
                                .name("b")
                                .clearDescription()
                                .notifyUrl(EventType.RECORD, HOOK)
                                .clearNotifyUrl(EventType.STREAM_BEGIN)
                                .clearRecordExceptionLevels()
                                .clearCallbackKey()
                                .build());

        assertThat(SERVICE.signedBody(MODIFY))
                .isEqualTo("{\"TemplateId\":7,\"TemplateName\":\"b\",\"Description\":\"\",\"RecordNotifyUrl\":\"" + HOOK
                        + "\",\"StreamBeginNotifyUrl\":\"\",\"RecordExceptionLevels\":[],\"CallbackKey\":\"\"}");
        assertThat(SERVICE.signedBody(DESCRIBE)).isEqualTo("{\"TemplateId\":7}");
        assertThat(after.name()).isEqualTo("b");
        assertThat(after.unreadableFields()).containsExactly("RecordStatusNotifyUrl");
    }

    @Test
    void modifySendsNothingThatIsLeft() {
        SERVICE.respondsTo(MODIFY, ok(""));
        SERVICE.respondsTo(DESCRIBE, ok("\"Template\":{\"TemplateId\":7}"));

        SERVICE.client()
                .modifyTemplate(
                        7,
                        TemplateChange.builder()
                                .description("x")
                                .recordExceptionLevels("info")
                                .callbackKey(CallbackKey.of("k1"))
                                .build());

        assertThat(SERVICE.signedBody(MODIFY))
                .isEqualTo("{\"TemplateId\":7,\"Description\":\"x\",\"RecordExceptionLevels\":[\"info\"],"
                        + "\"CallbackKey\":\"k1\"}");
    }

    @Test
    void aChangeThatCannotBeReadBackIsSaidToBeAccepted() {
        SERVICE.respondsTo(MODIFY, ok(""));
        SERVICE.respondsTo(DESCRIBE, error("UnauthorizedOperation"));

        assertThatExceptionOfType(CssApiException.class)
                .isThrownBy(() -> SERVICE.client()
                        .modifyTemplate(7, TemplateChange.builder().name("b").build()))
                .withMessageContaining("the change was accepted")
                .satisfies(e -> assertThat(e.kind()).isEqualTo(ErrorKind.FORBIDDEN));
    }

    @Test
    void deleteSendsTheIdAndABoundTemplateIsInUse() {
        SERVICE.respondsTo(DELETE, ok(""), error("FailedOperation.ConfInUsed"));

        SERVICE.client().deleteTemplate(7);
        assertThat(SERVICE.signedBody(DELETE)).isEqualTo("{\"TemplateId\":7}");

        assertThatExceptionOfType(CssApiException.class)
                .isThrownBy(() -> SERVICE.client().deleteTemplate(8))
                .withMessageContaining("unbind it")
                .satisfies(e -> {
                    assertThat(e.kind()).isEqualTo(ErrorKind.IN_USE);
                    assertThat(e.action()).isEqualTo(DELETE);
                    assertThat(e.code()).isEqualTo("FailedOperation.ConfInUsed");
                    assertThat(e.serviceMessage()).isEqualTo("text of FailedOperation.ConfInUsed");
                    assertThat(e.requestId()).isEqualTo("req-1");
                    assertThat(e.httpStatus()).isEqualTo(200);
                    assertThat(e.templateIds()).isEmpty();
                });
    }

    @Test
    void describeReadsEveryFieldAndIgnoresUnknownOnes() {
        SERVICE.respondsTo(
                DESCRIBE,
                ok("\"Template\":{\"TemplateId\":\"7\",\"TemplateName\":\"x\",\"Description\":\"d\","
                        + "\"StreamBeginNotifyUrl\":\" odd \",\"RecordNotifyUrl\":\"\",\"CallbackKey\":\"k\","
                        + "\"RecordExceptionLevels\":[\"error\",\"alarm\",null],\"FutureField\":{\"a\":[1,2.5,true]},"
                        + "\"Big\":123456789012345678901234567890}"));

        CallbackTemplate template = SERVICE.client().getTemplate(7);

        assertThat(template.id()).isEqualTo(7);
        assertThat(template.name()).isEqualTo("x");
        assertThat(template.description()).isEqualTo("d");
        assertThat(template.notifyUrls()).containsOnlyKeys(EventType.STREAM_BEGIN);
        assertThat(template.notifyUrl(EventType.STREAM_BEGIN)).contains(" odd ");
        assertThat(template.recordExceptionLevels()).containsExactly("error", "alarm");
        assertThat(template.callbackKey()).isEqualTo(SecretText.of("k"));
    }

    @Test
    void everyAddressOfATemplateIsReadUnderItsEventType() {
        StringBuilder members = new StringBuilder("\"TemplateId\":7");
        List<EventType> addressed = EventType.known().stream()
                .filter(type -> type.templateField().isPresent())
                .toList();
        addressed.forEach(type -> members.append(",\"")
                .append(type.templateField().orElseThrow())
                .append("\":\"https://h/")
                .append(type.number())
                .append('"'));
        SERVICE.respondsTo(DESCRIBE, ok("\"Template\":{" + members + "}"));

        CallbackTemplate template = SERVICE.client().getTemplate(7);

        assertThat(addressed).isNotEmpty();
        assertThat(template.notifyUrls()).hasSameSizeAs(addressed);
        addressed.forEach(type -> assertThat(template.notifyUrl(type)).contains("https://h/" + type.number()));
    }

    @Test
    void nullAndMissingMembersAreNothing() {
        SERVICE.respondsTo(
                DESCRIBE,
                ok("\"Template\":{\"TemplateId\":7,\"TemplateName\":null,\"Description\":null,"
                        + "\"RecordNotifyUrl\":null,\"RecordExceptionLevels\":null,\"CallbackKey\":null}"),
                ok("\"Template\":{\"TemplateId\":7,\"CallbackKey\":\"\",\"RecordExceptionLevels\":\"odd\"}"));

        for (int i = 0; i < 2; i++) {
            CallbackTemplate template = SERVICE.client().getTemplate(7);
            assertThat(template.name()).isNull();
            assertThat(template.description()).isNull();
            assertThat(template.notifyUrls()).isEmpty();
            assertThat(template.recordExceptionLevels()).isEmpty();
            assertThat(template.callbackKey()).isNull();
        }
    }

    @Test
    void aResponseWithoutTheTemplateMeansThereIsNone() {
        SERVICE.respondsTo(DESCRIBE, ok(""), ok("\"Template\":null"));

        for (int i = 0; i < 2; i++) {
            assertThatExceptionOfType(CssApiException.class)
                    .isThrownBy(() -> SERVICE.client().getTemplate(7))
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(ErrorKind.NOT_FOUND));
        }
    }

    @Test
    void aTemplateWithoutAnIdIsNotGivenOne() {
        SERVICE.respondsTo(LIST, ok("\"Templates\":[{\"TemplateName\":\"x\"}]"));

        assertThatExceptionOfType(CssApiException.class)
                .isThrownBy(() -> SERVICE.client().listTemplates())
                .withMessageContaining("TemplateId")
                .satisfies(e -> assertThat(e.kind()).isEqualTo(ErrorKind.BAD_RESPONSE));
    }

    @Test
    void theListMayBeMissingOrNull() {
        SERVICE.respondsTo(
                LIST, ok(""), ok("\"Templates\":null"), ok("\"Templates\":[{\"TemplateId\":1},{\"TemplateId\":2}]"));

        assertThat(SERVICE.client().listTemplates()).isEmpty();
        assertThat(SERVICE.client().listTemplates()).isEmpty();
        assertThat(SERVICE.client().listTemplates())
                .extracting(CallbackTemplate::id)
                .containsExactly(1L, 2L);
    }
}
