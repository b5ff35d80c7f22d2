package io.github.csscallback.client;

import static io.github.csscallback.client.support.StubbedService.error;
import static io.github.csscallback.client.support.StubbedService.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.csscallback.client.error.CssApiException;
import io.github.csscallback.client.error.ErrorKind;
import io.github.csscallback.client.error.RebindException;
import io.github.csscallback.client.support.StubbedService;
import io.github.csscallback.core.template.CallbackRule;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesTest {

    private static final String BIND = "CreateLiveCallbackRule";
    private static final String UNBIND = "DeleteLiveCallbackRule";
    private static final String LIST = "DescribeLiveCallbackRules";
    private static final String DOMAIN = "push.example.com";

    @RegisterExtension
    static final StubbedService SERVICE = new StubbedService();

    private static String rule(long template) {
        return "\"Rules\":[{\"DomainName\":\"" + DOMAIN + "\",\"AppName\":\"\",\"TemplateId\":99},{\"DomainName\":\""
                + DOMAIN + "\",\"AppName\":\"live\",\"TemplateId\":" + template + "}]";
    }

    @Test
    void bindSendsThePairAndTheTemplate() {
        SERVICE.respondsTo(BIND, ok(""));

        SERVICE.client().bind(DOMAIN, "live", 1000);

        assertThat(SERVICE.signedBody(BIND))
                .isEqualTo("{\"DomainName\":\"push.example.com\",\"AppName\":\"live\",\"TemplateId\":1000}");
    }

    @Test
    void anEmptyPathIsSentEmpty() {
        SERVICE.respondsTo(UNBIND, ok(""));

        SERVICE.client().unbind(DOMAIN, "");

        assertThat(SERVICE.signedBody(UNBIND)).isEqualTo("{\"DomainName\":\"push.example.com\",\"AppName\":\"\"}");
    }

    @Test
    void aBlankDomainIsRejectedBeforeTheNetwork() {
        assertThatIllegalArgumentException().isThrownBy(() -> SERVICE.client().bind(" ", "live", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> SERVICE.client().unbind("", "live"));
        assertThat(SERVICE.count()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "rtmp://push.example.com/live/, live, scheme",
        "push.example.com/live, live, slashes",
        "' push.example.com', live, white space",
        "push.example.com:1935, live, port",
        "push.example.com, /live, slash",
        "push.example.com, live/, slash",
        "push.example.com, 'li ve', white space",
        "push.example.com, rtmp://push.example.com/live, the path alone"
    })
    void aPushAddressInPlaceOfDomainOrAppNameIsRejectedBeforeTheNetwork(String domain, String appName, String advice) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SERVICE.client().bind(domain, appName, 1))
                .withMessageContaining(advice);
        assertThat(SERVICE.count()).isZero();
    }

    @Test
    void bindingWhatIsBoundSoAlreadySucceeds() {
        SERVICE.respondsTo(BIND, error("FailedOperation.RuleAlreadyExist"));
        SERVICE.respondsTo(LIST, ok(rule(7)));

        SERVICE.client().bind(DOMAIN, "live", 7);

        assertThat(SERVICE.count(LIST)).isEqualTo(1);
    }

    @Test
    void bindingOverAnotherTemplateFails() {
        SERVICE.respondsTo(BIND, error("FailedOperation.RuleAlreadyExist"));
        SERVICE.respondsTo(LIST, ok(rule(8)));

        assertThatExceptionOfType(CssApiException.class)
                .isThrownBy(() -> SERVICE.client().bind(DOMAIN, "live", 7))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(ErrorKind.ALREADY_EXISTS));
    }

    @Test
    void unbindingWhatIsNotBoundIsNotFound() {
        SERVICE.respondsTo(UNBIND, error("FailedOperation.NotFound"));

        assertThatExceptionOfType(CssApiException.class)
                .isThrownBy(() -> SERVICE.client().unbind(DOMAIN, "live"))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(ErrorKind.NOT_FOUND));
    }

    @Test
    void rulesAreReadWithBothFormsOfBeijingTime() {
        SERVICE.respondsTo(
                LIST,
                ok("\"Rules\":[{\"CreateTime\":\"2018-09-12 15:52:01\",\"UpdateTime\":\"2022-05-16T10:59:38+08:00\","
                        + "\"TemplateId\":\"7\",\"DomainName\":\"d\",\"AppName\":\"a\",\"New\":1},"
                        + "{\"TemplateId\":8,\"CreateTime\":\"0000-00-00 00:00:00\",\"UpdateTime\":null}]"),
                ok("\"Rules\":null"));

        assertThat(SERVICE.client().listRules())
                .containsExactly(
                        new CallbackRule(
                                "d",
                                "a",
                                7,
                                Instant.parse("2018-09-12T07:52:01Z"),
                                Instant.parse("2022-05-16T02:59:38Z")),
                        new CallbackRule("", "", 8, null, null));
        assertThat(SERVICE.client().listRules()).isEmpty();
    }

    @Test
    void rebindBindsWhereNothingIsBound() {
        SERVICE.respondsTo(LIST, ok("\"Rules\":[]"));
        SERVICE.respondsTo(BIND, ok(""));

        assertThat(SERVICE.client().rebind(DOMAIN, "live", 2))
                .isEqualTo(new RebindResult(RebindResult.Change.BOUND, null, 2));
        assertThat(SERVICE.count(UNBIND)).isZero();
    }

    @Test
    void rebindLeavesWhatIsBoundAlready() {
        SERVICE.respondsTo(LIST, ok(rule(2)));

        assertThat(SERVICE.client().rebind(DOMAIN, "live", 2))
                .isEqualTo(new RebindResult(RebindResult.Change.UNCHANGED, 2L, 2));
        assertThat(SERVICE.count()).isEqualTo(1);
    }

    @Test
    void rebindUnbindsAnotherTemplateFirst() {
        SERVICE.respondsTo(LIST, ok(rule(1)));
        SERVICE.respondsTo(UNBIND, ok(""));
        SERVICE.respondsTo(BIND, ok(""));

        assertThat(SERVICE.client().rebind(DOMAIN, "live", 2))
                .isEqualTo(new RebindResult(RebindResult.Change.REBOUND, 1L, 2));
        assertThat(SERVICE.signedBody(UNBIND)).isEqualTo("{\"DomainName\":\"push.example.com\",\"AppName\":\"live\"}");
        assertThat(SERVICE.signedBody(BIND)).contains("\"TemplateId\":2");
    }

    @Test
    void rebindPutsTheOldBindingBackIfTheNewOneFails() {
        SERVICE.respondsTo(LIST, ok(rule(1)), ok("\"Rules\":[]"));
        SERVICE.respondsTo(UNBIND, ok(""));
        SERVICE.respondsTo(BIND, error("InternalError.ConfNotFound"), ok(""));

        assertThatExceptionOfType(RebindException.class)
                .isThrownBy(() -> SERVICE.client().rebind(DOMAIN, "live", 2))
                .withMessageContaining("template 1, which was bound before, is bound again")
                .satisfies(e -> {
                    assertThat(e.kind()).isEqualTo(ErrorKind.NOT_FOUND);
                    assertThat(e.isRestored()).isTrue();
                    assertThat(e.previousTemplateId()).isEqualTo(1);
                });
        assertThat(SERVICE.requests(BIND).get(1).getBodyAsString()).contains("\"TemplateId\":1");
    }

    @Test
    void rebindReportsThatTheOldBindingCannotBeRestored() {
        SERVICE.respondsTo(LIST, ok(rule(1)), ok("\"Rules\":[]"));
        SERVICE.respondsTo(UNBIND, ok(""));
        SERVICE.respondsTo(BIND, error("InternalError.ConfNotFound"), error("UnauthorizedOperation"));

        assertThatExceptionOfType(RebindException.class)
                .isThrownBy(() -> SERVICE.client().rebind(DOMAIN, "live", 2))
                .withMessageContaining("may have no receiver")
                .satisfies(e -> {
                    assertThat(e.isRestored()).isFalse();
                    assertThat(e.getSuppressed()).hasSize(1);
                });
    }

    @Test
    void rebindThatCannotUnbindChangesNothing() {
        SERVICE.respondsTo(LIST, ok(rule(1)));
        SERVICE.respondsTo(UNBIND, error("UnauthorizedOperation"));

        assertThatExceptionOfType(CssApiException.class)
                .isThrownBy(() -> SERVICE.client().rebind(DOMAIN, "live", 2))
                .isNotInstanceOf(RebindException.class);
        assertThat(SERVICE.count(BIND)).isZero();
    }

    @Test
    void rebindThatDoesNotKnowWhetherItUnboundMakesSureOfTheOldBinding() {
        SERVICE.respondsTo(LIST, ok(rule(1)), ok(rule(1)));
        SERVICE.respondsTo(UNBIND, error("InternalError"));

        assertThatExceptionOfType(RebindException.class)
                .isThrownBy(() -> SERVICE.client().rebind(DOMAIN, "live", 2))
                .satisfies(e -> assertThat(e.isRestored()).isTrue());
        assertThat(SERVICE.count(BIND)).isZero();
    }
}
