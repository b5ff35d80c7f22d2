package io.github.csscallback.testkit.internal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.csscallback.client.CssCallbackClient;
import io.github.csscallback.client.RebindResult;
import io.github.csscallback.client.credentials.Credentials;
import io.github.csscallback.client.credentials.CredentialsProvider;
import io.github.csscallback.client.error.CssApiException;
import io.github.csscallback.client.error.ErrorKind;
import io.github.csscallback.client.records.CallbackRecordQuery;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.template.CallbackRule;
import io.github.csscallback.core.template.CallbackTemplate;
import io.github.csscallback.core.template.Site;
import io.github.csscallback.core.template.TemplateChange;
import io.github.csscallback.core.template.TemplateSpec;
import io.github.csscallback.testkit.internal.account.Route;
import io.github.csscallback.testkit.internal.api.record.DeliveryRecord;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The client of this SDK and the simulated service agree. */
class OwnClientTest {

    private static final URI ADDRESS = URI.create("http://127.0.0.1:9/css?secret=path");

    private final RunningApi api = RunningApi.at(Site.CHINA);
    private final CssCallbackClient client = api.clientBuilder().build();

    @AfterEach
    void close() {
        client.close();
        api.close();
    }

    @Test
    void aTemplateCanBeCreatedReadChangedAndDeleted() {
        CallbackTemplate made = client.createTemplate(TemplateSpec.named("shop-直播_1")
                .description("live, of the shop")
                .notifyUrl(EventType.STREAM_BEGIN, ADDRESS)
                .notifyUrl(EventType.RECORD, ADDRESS)
                .recordExceptionLevels("error", "warning")
                .callbackKey(CallbackKey.of("adasda131312"))
                .build());

        assertThat(client.getTemplate(made.id()))
                .isEqualTo(new CallbackTemplate(
                        made.id(),
                        made.name(),
                        made.description(),
                        made.notifyUrls(),
                        made.recordExceptionLevels(),
                        made.callbackKey(),
                        Site.CHINA.writeOnlyFields()));

        CallbackTemplate changed = client.modifyTemplate(
                made.id(),
                TemplateChange.builder()
                        .name("shop-2")
                        .clearDescription()
                        .clearNotifyUrl(EventType.STREAM_BEGIN)
                        .notifyUrl(EventType.SNAPSHOT, ADDRESS)
                        .clearRecordExceptionLevels()
                        .clearCallbackKey()
                        .build());
        assertThat(changed.name()).isEqualTo("shop-2");
        assertThat(changed.description()).isNull();
        assertThat(changed.notifyUrls())
                .isEqualTo(Map.of(EventType.RECORD, ADDRESS.toString(), EventType.SNAPSHOT, ADDRESS.toString()));
        assertThat(changed.recordExceptionLevels()).isEmpty();
        assertThat(changed.callbackKey()).isNull();
        assertThat(client.listTemplates()).containsExactly(changed);

        client.deleteTemplate(made.id());
        assertThat(client.listTemplates()).isEmpty();
    }

    @Test
    void aRuleCanBeCreatedReadAndDeleted() {
        long id = create("one").id();
        client.bind("push.example.com", "live", id);
        client.bind("push.example.com", "", id);

        assertThat(client.listRules())
                .containsExactly(
                        new CallbackRule("push.example.com", "live", id, RunningApi.START, RunningApi.START),
                        new CallbackRule("push.example.com", "", id, RunningApi.START, RunningApi.START));

        client.unbind("push.example.com", "live");
        assertThat(client.listRules()).extracting(CallbackRule::appName).containsExactly("");
    }

    @Test
    void aTemplateIsReboundByTheClientsSteps() {
        long first = create("one").id();
        long second = create("two").id();

        assertThat(client.rebind("push.example.com", "live", first)).isNotNull();
        RebindResult rebinding = client.rebind("push.example.com", "live", second);

        assertThat(rebinding).isNotNull();
        assertThat(client.listRules()).extracting(CallbackRule::templateId).containsExactly(second);
    }

    @Test
    void theWriteOnlyAddressIsStoredAndNotReturned() {
        CallbackTemplate made = client.createTemplate(TemplateSpec.named("shop")
                .notifyUrl(EventType.RECORD_STATUS, ADDRESS)
                .build());

        assertThat(client.getTemplate(made.id()).notifyUrls()).isEmpty();
        client.modifyTemplate(made.id(), TemplateChange.builder().name("shop-2").build());
        client.bind("push.example.com", "live", made.id());
        api.eventClock.advance(Duration.ofMinutes(10));
        assertThat(api.account.route("push.example.com", "live"))
                .isInstanceOfSatisfying(
                        Route.Bound.class,
                        bound -> assertThat(bound.addresses())
                                .isEqualTo(Map.of(EventType.RECORD_STATUS, ADDRESS.toString())));
    }

    @Test
    void recordsAreReadPageByPage() {
        for (int i = 0; i < 25; i++) {
            api.records.add(record("room", RunningApi.START.plusSeconds(i), 1, 0));
        }
        api.records.add(record("another", RunningApi.START, 1, 0));

        assertThat(client.callbackRecords(CallbackRecordQuery.ofStream("room")
                        .between(RunningApi.START, RunningApi.START.plus(Duration.ofDays(1)))
                        .pageSize(10)
                        .build()))
                .hasSize(25)
                .allSatisfy(record -> assertThat(record.type()).isEqualTo(EventType.STREAM_BEGIN))
                .last()
                .satisfies(record -> {
                    assertThat(record.eventTime()).isEqualTo(RunningApi.START.plusSeconds(24));
                    assertThat(record.responseTime()).isEqualTo(RunningApi.START.plusSeconds(25));
                    assertThat(record.isDelivered()).isTrue();
                });
    }

    @Test
    void errorsHaveTheKindThatTheClientExpects() {
        long id = create("one").id();
        client.bind("push.example.com", "live", id);

        rejected(ErrorKind.NOT_FOUND, "InternalError.ConfNotFound", () -> client.getTemplate(7));
        rejected(ErrorKind.NOT_FOUND, "InternalError.ConfNotFound", () -> client.deleteTemplate(7));
        rejected(
                ErrorKind.NOT_FOUND,
                "InternalError.ConfNotFound",
                () -> client.modifyTemplate(
                        7, TemplateChange.builder().name("x").build()));
        rejected(ErrorKind.NOT_FOUND, "InvalidParameter.ConfNotFound", () -> client.bind("a.example", "live", 7));
        rejected(ErrorKind.NOT_FOUND, "FailedOperation.NotFound", () -> client.unbind("a.example", "live"));
        rejected(ErrorKind.IN_USE, "FailedOperation.ConfInUsed", () -> client.deleteTemplate(id));
        long other = create("another").id();
        rejected(
                ErrorKind.ALREADY_EXISTS,
                "InternalError.RuleAlreadyExist",
                () -> client.bind("push.example.com", "live", other));
        rejected(ErrorKind.UNSUPPORTED, "InvalidAction", () -> client.call("DescribeLiveDomains", "{}"));
        for (int i = 2; i < 50; i++) {
            create("number-" + i);
        }
        rejected(ErrorKind.QUOTA_EXCEEDED, "InternalError.ConfOutLimit", () -> create("one-too-many"));
    }

    @Test
    void wrongCredentialsAreRejected() {
        rejectedWith("AKIDanother", RunningApi.SECRET_KEY, "AuthFailure.SecretIdNotFound");
        rejectedWith(RunningApi.SECRET_ID, "anotherKey", "AuthFailure.SignatureFailure");
    }

    private void rejectedWith(String id, String key, String code) {
        try (CssCallbackClient other = api.clientBuilder()
                .credentials(CredentialsProvider.of(Credentials.of(id, key)))
                .build()) {
            rejected(ErrorKind.UNAUTHENTICATED, code, other::listTemplates);
        }
    }

    @Test
    void aWrongClockIsReported() {
        api.clock.advance(Duration.ofSeconds(301));
        CssCallbackClient late = api.clientBuilder()
                .clock(Clock.fixed(RunningApi.NOW, ZoneOffset.UTC))
                .build();
        try (late) {
            rejected(ErrorKind.CLOCK_SKEW, "AuthFailure.SignatureExpire", late::listTemplates);
        }
    }

    @Test
    void temporaryCredentialsAreAcceptedWithTheirToken() {
        try (RunningApi temporary = RunningApi.with(Site.CHINA, "madeUpToken", RequestRates.off());
                CssCallbackClient other = temporary
                        .clientBuilder()
                        .credentials(CredentialsProvider.of(
                                Credentials.temporary(RunningApi.SECRET_ID, RunningApi.SECRET_KEY, "madeUpToken")))
                        .build()) {
            assertThat(other.listTemplates()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Site.class)
    void everyInvalidParameterIsRejectedForTheClientToo(Site site) throws Exception {
        try (RunningApi other = RunningApi.at(site);
                CssCallbackClient raw = other.clientBuilder().build()) {
            RejectionChecks.prepare(other);
            int sent = 0;
            for (RejectedParametersTest.Row row : RejectedParametersTest.rowsAt(site)) {
                if (row.isJsonObject()) {
                    sent++;
                    rejected(null, row.code(), () -> raw.call(row.action(), row.body()));
                }
            }
            assertThat(sent).isGreaterThan(90);
        }
    }

    private CallbackTemplate create(String name) {
        return client.createTemplate(
                TemplateSpec.named(name).notifyUrl(EventType.RECORD, ADDRESS).build());
    }

    private static DeliveryRecord record(String stream, Instant at, int type, int result) {
        return new DeliveryRecord(at, type, "{}", "{\"code\":0}", at.plusSeconds(1), result, stream);
    }

    private static void rejected(@Nullable ErrorKind kind, String code, ThrowingCallable call) {
        assertThatThrownBy(call).as(code).isInstanceOfSatisfying(CssApiException.class, e -> {
            assertThat(e.code()).as(e.getMessage()).isEqualTo(code);
            assertThat(List.of(e.kind())).contains(kind == null ? e.kind() : kind);
            assertThat(e.requestId()).isNotNull();
        });
    }
}
