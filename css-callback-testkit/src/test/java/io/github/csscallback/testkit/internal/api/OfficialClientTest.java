package io.github.csscallback.testkit.internal.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.JsonParseException;
import com.tencentcloudapi.common.AbstractModel;
import com.tencentcloudapi.common.CommonClient;
import com.tencentcloudapi.common.CommonRequest;
import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.HttpProfile;
import io.github.csscallback.core.template.Site;
import io.github.csscallback.testkit.internal.api.record.DeliveryRecord;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The provider's own client, just as its users set it up, straight and by the proxy setting. */
class OfficialClientTest {

    private static final String BIND =
            "{\"DomainName\":\"push.example.com\",\"AppName\":\"live\",\"TemplateId\":100001}";

    private static final String[] ACTIONS = {
        "CreateLiveCallbackTemplate",
        "ModifyLiveCallbackTemplate",
        "DeleteLiveCallbackTemplate",
        "DescribeLiveCallbackTemplate",
        "DescribeLiveCallbackTemplates",
        "CreateLiveCallbackRule",
        "DeleteLiveCallbackRule",
        "DescribeLiveCallbackRules",
        "DescribeCallbackRecordsList"
    };

    /** How the client is pointed to the simulator. */
    enum Way {
        /** Its endpoint is the simulator. */
        ENDPOINT {
            @Override
            void set(HttpProfile http, RunningApi api) {
                http.setEndpoint(api.endpoint().getAuthority());
            }
        },
        /** Its endpoint is the service, and the simulator its proxy: the request line has the whole address. */
        PROXY {
            @Override
            void set(HttpProfile http, RunningApi api) {
                http.setEndpoint("live.tencentcloudapi.com");
                http.setProxyHost(api.endpoint().getHost());
                http.setProxyPort(api.endpoint().getPort());
            }
        };

        abstract void set(HttpProfile http, RunningApi api);
    }

    private final RunningApi api = RunningApi.onSystemClock(Site.CHINA);
    private final Locale locale = Locale.getDefault();

    /** This client writes the date that it signs in the digits of the default locale, and fails with other than ASCII's. */
    @BeforeEach
    void digitsOfAscii() {
        Locale.setDefault(Locale.ROOT);
    }

    @AfterEach
    void close() {
        Locale.setDefault(locale);
        api.close();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void allActionsSucceed(Way way) throws Exception {
        CommonClient client = client(way, RunningApi.SECRET_ID, RunningApi.SECRET_KEY);

        JsonNode made = call(
                client,
                "CreateLiveCallbackTemplate",
                "{\"TemplateName\":\"shop-直播\",\"RecordNotifyUrl\":\"http://127.0.0.1:9/css\",\"CallbackKey\":\"adasda131312\"}");
        assertThat(made.path("TemplateId").asLong()).isEqualTo(100_001);
        call(client, "ModifyLiveCallbackTemplate", "{\"TemplateId\":100001,\"Description\":\"more\"}");
        JsonNode template = call(client, "DescribeLiveCallbackTemplate", "{\"TemplateId\":100001}")
                .path("Template");
        assertThat(template.path("TemplateName").asText()).isEqualTo("shop-直播");
        assertThat(template.path("Description").asText()).isEqualTo("more");
        assertThat(template.path("CallbackKey").asText()).isEqualTo("adasda131312");
        assertThat(call(client, "DescribeLiveCallbackTemplates", "{}").path("Templates"))
                .hasSize(1);
        call(client, "CreateLiveCallbackRule", BIND);
        JsonNode rules = call(client, "DescribeLiveCallbackRules", "{}").path("Rules");
        assertThat(rules).hasSize(1);
        assertThat(rules.get(0).path("CreateTime").asText()).isEqualTo("2026-03-01 08:00:00");
        api.records.add(new DeliveryRecord(RunningApi.START, 100, "{}", "{\"code\":0}", RunningApi.START, 0, "room"));
        JsonNode records = call(
                client,
                "DescribeCallbackRecordsList",
                "{\"StartTime\":\"2026-03-01 00:00:00\",\"EndTime\":\"2026-03-01 12:00:00\",\"StreamName\":\"room\",\"PageNum\":1,\"PageSize\":10}");
        assertThat(records.path("TotalNum").asInt(-1)).isEqualTo(1);
        assertThat(records.path("DataInfoList").get(0).path("EventTime").asText())
                .isEqualTo("2026-03-01 08:00:00");
        call(client, "DeleteLiveCallbackRule", "{\"DomainName\":\"push.example.com\",\"AppName\":\"live\"}");
        call(client, "DeleteLiveCallbackTemplate", "{\"TemplateId\":100001}");
        assertThat(api.account.templates()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void wrongCredentialsAreRejected(Way way) {
        rejected(
                client(way, "AKIDanother", RunningApi.SECRET_KEY),
                "DescribeLiveCallbackRules",
                "{}",
                "AuthFailure.SecretIdNotFound");
        rejected(
                client(way, RunningApi.SECRET_ID, "anotherKey"),
                "DescribeLiveCallbackRules",
                "{}",
                "AuthFailure.SignatureFailure");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void everyInvalidParameterIsRejectedForTheOfficialClientToo(Way way) throws Exception {
        RejectionChecks.prepare(api);
        CommonClient client = client(way, RunningApi.SECRET_ID, RunningApi.SECRET_KEY);
        List<RejectedParametersTest.Row> rows = RejectedParametersTest.rowsAt(Site.CHINA).stream()
                .filter(RejectedParametersTest.Row::isJsonObject)
                .filter(row -> sendsAsGiven(row.body()))
                .toList();
        assertThat(rows).hasSizeGreaterThan(90);
        assertThat(rows.stream().map(RejectedParametersTest.Row::action))
                .as("each action rejects something")
                .contains(ACTIONS);
        for (RejectedParametersTest.Row row : rows) {
            rejected(client, row.action(), row.body(), row.code());
        }
    }

    /** This client reads what it is given and writes it anew, without null, members twice or half surrogate pairs. */
    private static boolean sendsAsGiven(String json) {
        try {
            ObjectMapper mapper = new ObjectMapper();
            byte[] sent = AbstractModel.toJsonString(new CommonRequest(json)).getBytes(UTF_8);
            return mapper.readTree(sent).equals(mapper.readTree(json));
        } catch (IOException | JsonParseException e) {
            return false;
        }
    }

    private CommonClient client(Way way, String id, String key) {
        HttpProfile http = new HttpProfile();
        http.setProtocol("http://");
        way.set(http, api);
        ClientProfile profile = new ClientProfile();
        profile.setHttpProfile(http);
        return new CommonClient("live", "2018-08-01", new Credential(id, key), "", profile);
    }

    private static JsonNode call(CommonClient client, String action, String json) throws Exception {
        JsonNode envelope = new ObjectMapper().readTree(client.commonRequest(new CommonRequest(json), action));
        JsonNode response = envelope.has("Response") ? envelope.path("Response") : envelope;
        assertThat(response.path("RequestId").asText()).matches("[0-9a-f-]{36}");
        return response;
    }

    private static void rejected(CommonClient client, String action, String json, String code) {
        assertThatThrownBy(() -> client.commonRequest(new CommonRequest(json), action))
                .isInstanceOfSatisfying(TencentCloudSDKException.class, e -> {
                    assertThat(e.getErrorCode()).as("%s %s", action, json).isEqualTo(code);
                    assertThat(e.getRequestId()).matches("[0-9a-f-]{36}");
                });
    }
}
