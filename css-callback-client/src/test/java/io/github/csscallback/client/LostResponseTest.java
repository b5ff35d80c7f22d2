package io.github.csscallback.client;

import static io.github.csscallback.client.support.StubbedService.error;
import static io.github.csscallback.client.support.StubbedService.json;
import static io.github.csscallback.client.support.StubbedService.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import io.github.csscallback.client.error.CssApiException;
import io.github.csscallback.client.error.ErrorKind;
import io.github.csscallback.client.retry.Retry;
import io.github.csscallback.client.support.StubbedService;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.template.TemplateChange;
import io.github.csscallback.core.template.TemplateSpec;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is done about a write whose response was lost. */
class LostResponseTest {

    private static final String CREATE = "CreateLiveCallbackTemplate";
    private static final String MODIFY = "ModifyLiveCallbackTemplate";
    private static final String DELETE = "DeleteLiveCallbackTemplate";
    private static final String DESCRIBE = "DescribeLiveCallbackTemplate";
    private static final String LIST = "DescribeLiveCallbackTemplates";
    private static final String BIND = "CreateLiveCallbackRule";
    private static final String UNBIND = "DeleteLiveCallbackRule";
    private static final String RULES = "DescribeLiveCallbackRules";

    private static final TemplateSpec SPEC = TemplateSpec.named("shop")
            .notifyUrl(EventType.RECORD, URI.create("https://h/css"))
            .callbackKey(CallbackKey.of("k1"))
            .build();
    private static final String OURS =
            "{\"TemplateId\":5,\"TemplateName\":\"shop\",\"RecordNotifyUrl\":\"https://h/css\",\"CallbackKey\":\"k1\"}";
    private static final ResponseDefinitionBuilder CUT = WireMock.aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER);

    @RegisterExtension
    static final StubbedService SERVICE = new StubbedService();

    private static CssApiException failureOf(Runnable call) {
        return catchThrowableOfType(CssApiException.class, call::run);
    }

    private static List<Retry.Reason> reasons() {
        return SERVICE.retries().stream().map(Retry::reason).toList();
    }

    @Test
    void aWriteThatMayBeRepeatedIsRepeated() {
        SERVICE.respondsTo(MODIFY, CUT, error("InternalError"), ok(""));
        SERVICE.respondsTo(DESCRIBE, ok("\"Template\":" + OURS));

        SERVICE.client().modifyTemplate(5, TemplateChange.builder().name("shop").build());

        assertThat(SERVICE.count(MODIFY)).isEqualTo(3);
    }

    @Test
    void aWriteThatNeverSucceedsHasAnUnknownOutcome() {
        SERVICE.respondsTo(MODIFY, error("InternalError"));

        CssApiException failure = failureOf(() -> SERVICE.client()
                .modifyTemplate(5, TemplateChange.builder().name("shop").build()));

        assertThat(failure.kind()).isEqualTo(ErrorKind.OUTCOME_UNKNOWN);
        assertThat(failure).hasMessageContaining("not known whether").hasCauseInstanceOf(CssApiException.class);
        assertThat(SERVICE.count(MODIFY)).isEqualTo(4);
    }

    @Test
    void aRemovalThatThenFindsNothingIsDone() {
        SERVICE.respondsTo(DELETE, CUT, error("InternalError.ConfNotFound"));
        SERVICE.respondsTo(UNBIND, error("InternalError"), error("FailedOperation.NotFound"));

        SERVICE.client().deleteTemplate(5);
        SERVICE.client().unbind("push.example.com", "live");

        assertThat(SERVICE.count(DELETE)).isEqualTo(2);
        assertThat(SERVICE.count(UNBIND)).isEqualTo(2);
    }

    @Test
    void aRemovalThatFindsNothingAfterARateLimitIsNotDone() {
        SERVICE.respondsTo(DELETE, error("RequestLimitExceeded"), error("InternalError.ConfNotFound"));

        assertThat(failureOf(() -> SERVICE.client().deleteTemplate(5)).kind()).isEqualTo(ErrorKind.NOT_FOUND);
    }

    @Test
    void aCreateOfUnknownOutcomeIsNotSentAgainButLookedFor() {
        SERVICE.respondsTo(CREATE, CUT);
        SERVICE.respondsTo(
                LIST,
                ok("\"Templates\":[]"),
                ok("\"Templates\":[" + OURS + ",{\"TemplateId\":6,\"TemplateName\":\"shop\"}]"));

        assertThat(SERVICE.client().createTemplate(SPEC).id()).isEqualTo(5);

        assertThat(SERVICE.count(CREATE)).isEqualTo(1);
        assertThat(SERVICE.count(LIST)).isEqualTo(2);
        assertThat(reasons()).containsOnly(Retry.Reason.LOOKING_FOR_OUTCOME);
    }

    @Test
    void aCreateThatIsNotFoundIsLookedForThreeTimesOverFiveSeconds() {
        SERVICE.respondsTo(CREATE, error("InternalError"));
        SERVICE.respondsTo(LIST, ok("\"Templates\":[{\"TemplateId\":6,\"TemplateName\":\"shop\"}]"));

        CssApiException failure = failureOf(() -> SERVICE.client().createTemplate(SPEC));

        assertThat(failure.kind()).isEqualTo(ErrorKind.OUTCOME_UNKNOWN);
        assertThat(failure.templateIds()).containsExactly(6L);
        assertThat(failure).hasMessageContaining("[6]");
        assertThat(SERVICE.count(CREATE)).isEqualTo(1);
        assertThat(SERVICE.count(LIST)).isEqualTo(3);
        assertThat(SERVICE.sleeper().slept()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void twoTemplatesThatAreAlikeAreNotTakenForOurs() {
        SERVICE.respondsTo(CREATE, json("<html>"));
        SERVICE.respondsTo(LIST, ok("\"Templates\":[" + OURS + "," + OURS.replace(":5,", ":6,") + "]"));

        CssApiException failure = failureOf(() -> SERVICE.client().createTemplate(SPEC));

        assertThat(failure.kind()).isEqualTo(ErrorKind.OUTCOME_UNKNOWN);
        assertThat(failure.templateIds()).containsExactly(5L, 6L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"RecordNotifyUrl\":\"https://h/other\",\"CallbackKey\":\"k1\"",
                "\"RecordNotifyUrl\":\"https://h/css\",\"CallbackKey\":\"k2\"",
                "\"RecordNotifyUrl\":\"https://h/css\"",
                "\"RecordNotifyUrl\":\"https://h/css\",\"CallbackKey\":\"k1\",\"Description\":\"d\"",
                "\"RecordNotifyUrl\":\"https://h/css\",\"CallbackKey\":\"k1\",\"RecordExceptionLevels\":[\"error\"]",
                "\"RecordNotifyUrl\":\"https://h/css\",\"CallbackKey\":\"k1\",\"StreamBeginNotifyUrl\":\"https://h/\""
            })
    void aNamesakeThatDiffersInAnyFieldIsNotOurs(String fields) {
        SERVICE.respondsTo(CREATE, error("InternalError"));
        SERVICE.respondsTo(LIST, ok("\"Templates\":[{\"TemplateId\":5,\"TemplateName\":\"shop\"," + fields + "}]"));

        assertThat(failureOf(() -> SERVICE.client().createTemplate(SPEC)).kind())
                .isEqualTo(ErrorKind.OUTCOME_UNKNOWN);
    }

    @Test
    void aCreateWhoseResponseLacksTheIdIsLookedFor() {
        SERVICE.respondsTo(CREATE, ok(""));
        SERVICE.respondsTo(LIST, error("InternalError"), ok("\"Templates\":[" + OURS + "]"));

        assertThat(SERVICE.client().createTemplate(SPEC).id()).isEqualTo(5);
        assertThat(SERVICE.count(CREATE)).isEqualTo(1);
        assertThat(SERVICE.count(LIST)).isEqualTo(2);
    }

    @Test
    void aBindOfUnknownOutcomeIsDoneIfTheRulesShowIt() {
        SERVICE.respondsTo(BIND, CUT);
        SERVICE.respondsTo(
                RULES, ok("\"Rules\":[{\"DomainName\":\"push.example.com\",\"AppName\":\"live\",\"TemplateId\":5}]"));

        SERVICE.client().bind("push.example.com", "live", 5);

        assertThat(SERVICE.count(BIND)).isEqualTo(1);
        assertThat(reasons()).containsExactly(Retry.Reason.LOOKING_FOR_OUTCOME);
    }

    @Test
    void aBindThatTheRulesDoNotShowIsSentOnceMore() {
        SERVICE.respondsTo(BIND, error("InternalError"), error("FailedOperation.RuleAlreadyExist"));
        SERVICE.respondsTo(
                RULES,
                ok("\"Rules\":[]"),
                ok("\"Rules\":[{\"DomainName\":\"push.example.com\",\"AppName\":\"live\",\"TemplateId\":5}]"));

        SERVICE.client().bind("push.example.com", "live", 5);

        assertThat(SERVICE.count(BIND)).isEqualTo(2);
    }

    @Test
    void aBindThatTheRulesNeverShowHasAnUnknownOutcome() {
        SERVICE.respondsTo(BIND, error("InternalError"));
        SERVICE.respondsTo(RULES, ok("\"Rules\":[]"));

        assertThat(failureOf(() -> SERVICE.client().bind("push.example.com", "live", 5))
                        .kind())
                .isEqualTo(ErrorKind.OUTCOME_UNKNOWN);
        assertThat(SERVICE.count(BIND)).isEqualTo(2);
    }

    @Test
    void aBindOfUnknownOutcomeWhereAnotherTemplateIsBoundNamesIt() {
        SERVICE.respondsTo(BIND, error("InternalError"));
        SERVICE.respondsTo(
                RULES, ok("\"Rules\":[{\"DomainName\":\"push.example.com\",\"AppName\":\"live\",\"TemplateId\":9}]"));

        CssApiException failure = failureOf(() -> SERVICE.client().bind("push.example.com", "live", 5));

        assertThat(failure.kind()).isEqualTo(ErrorKind.OUTCOME_UNKNOWN);
        assertThat(failure).hasMessageContaining("template 9");
        assertThat(SERVICE.count(BIND)).isEqualTo(1);
    }

    @Test
    void aBindWhoseRulesCannotBeReadHasAnUnknownOutcome() {
        SERVICE.respondsTo(BIND, error("InternalError"));
        SERVICE.respondsTo(RULES, error("UnauthorizedOperation"));

        CssApiException failure = failureOf(() -> SERVICE.client().bind("push.example.com", "live", 5));

        assertThat(failure.kind()).isEqualTo(ErrorKind.OUTCOME_UNKNOWN);
        assertThat(failure.getSuppressed()).hasSize(1);
    }
}
