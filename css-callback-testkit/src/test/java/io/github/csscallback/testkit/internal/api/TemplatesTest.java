package io.github.csscallback.testkit.internal.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.csscallback.core.template.Site;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Templates and rules as they stand on the wire. */
class TemplatesTest {

    private static final String SHOP = "{\"TemplateName\":\"shop\",\"RecordNotifyUrl\":\"http://127.0.0.1:9/css\"}";

    private final RunningApi china = RunningApi.at(Site.CHINA);
    private final RunningApi international = RunningApi.at(Site.INTERNATIONAL);

    @AfterEach
    void close() {
        china.close();
        international.close();
    }

    @Test
    void unsetFieldsAreEmptyNullOrAbsentAsDocumented() {
        assertThat(succeeds(china, "CreateLiveCallbackTemplate", SHOP)).hasToString("{\"TemplateId\":100001}");

        assertThat(succeeds(china, "DescribeLiveCallbackTemplate", "{\"TemplateId\":100001}"))
                .hasToString("{\"Template\":{\"TemplateId\":100001,\"TemplateName\":\"shop\",\"Description\":\"\","
                        + "\"StreamBeginNotifyUrl\":\"\",\"StreamEndNotifyUrl\":\"\",\"StreamMixNotifyUrl\":\"\","
                        + "\"RecordNotifyUrl\":\"http://127.0.0.1:9/css\",\"SnapshotNotifyUrl\":\"\","
                        + "\"PornCensorshipNotifyUrl\":\"\",\"AudioAuditNotifyUrl\":null,"
                        + "\"PushExceptionNotifyUrl\":null,\"CallbackKey\":\"\"}}");
    }

    @Test
    void setFieldsAreReturnedExceptTheWriteOnlyAddress() {
        List<String> members =
                new ArrayList<>(List.of("\"TemplateName\":\"shop\"", "\"Description\":\"a \\\"b\\\" 直\""));
        for (String field : List.of(
                "StreamBegin",
                "StreamEnd",
                "StreamMix",
                "Record",
                "RecordStatus",
                "RecordException",
                "Snapshot",
                "PornCensorship",
                "AudioAudit",
                "PushException")) {
            members.add("\"" + field + "NotifyUrl\":\"https://a.example/" + field + "?x=1&y=%20\"");
        }
        members.add("\"CallbackKey\":\"adasda131312\"");
        members.add("\"RecordExceptionLevels\":[\"error\",\"warning\"]");
        succeeds(china, "CreateLiveCallbackTemplate", "{" + String.join(",", members) + "}");

        JsonNode template = succeeds(china, "DescribeLiveCallbackTemplates", "{}")
                .path("Templates")
                .get(0);

        List<String> shown = new ArrayList<>();
        template.fieldNames().forEachRemaining(name -> shown.add("\"" + name + "\":" + template.get(name)));
        members.removeIf(member -> member.contains("RecordStatusNotifyUrl"));
        members.add("\"TemplateId\":100001");
        assertThat(shown).containsExactlyInAnyOrderElementsOf(members);
    }

    @Test
    void theInternationalSiteReturnsItsOwnFields() {
        succeeds(international, "CreateLiveCallbackTemplate", SHOP);

        assertThat(succeeds(international, "DescribeLiveCallbackTemplate", "{\"TemplateId\":100001}")
                        .path("Template")
                        .fieldNames())
                .toIterable()
                .containsExactly(
                        "TemplateId",
                        "TemplateName",
                        "Description",
                        "StreamBeginNotifyUrl",
                        "StreamEndNotifyUrl",
                        "StreamMixNotifyUrl",
                        "RecordNotifyUrl",
                        "SnapshotNotifyUrl",
                        "PornCensorshipNotifyUrl",
                        "AudioAuditNotifyUrl",
                        "PushExceptionNotifyUrl",
                        "CallbackKey");
    }

    @Test
    void aChangeKeepsSetsAndClearsFields() {
        succeeds(
                china,
                "CreateLiveCallbackTemplate",
                "{\"TemplateName\":\"shop\",\"Description\":\"first\",\"RecordNotifyUrl\":\"http://a.example/r\","
                        + "\"SnapshotNotifyUrl\":\"http://a.example/s\",\"CallbackKey\":\"key1\","
                        + "\"RecordExceptionLevels\":[\"error\"]}");

        assertThat(succeeds(
                        china,
                        "ModifyLiveCallbackTemplate",
                        "{\"TemplateId\":100001,\"Description\":\"\",\"RecordNotifyUrl\":\"http://b.example/r\","
                                + "\"CallbackKey\":\"\",\"RecordExceptionLevels\":[]}"))
                .isEmpty();

        JsonNode template = succeeds(china, "DescribeLiveCallbackTemplate", "{\"TemplateId\":100001}")
                .path("Template");
        assertThat(template.path("TemplateName").asText()).isEqualTo("shop");
        assertThat(template.path("Description").asText("?")).isEmpty();
        assertThat(template.path("RecordNotifyUrl").asText()).isEqualTo("http://b.example/r");
        assertThat(template.path("SnapshotNotifyUrl").asText()).isEqualTo("http://a.example/s");
        assertThat(template.path("CallbackKey").asText("?")).isEmpty();
        assertThat(template.has("RecordExceptionLevels")).isFalse();
    }

    @Test
    void aChangeMayRemoveTheLastAddress() {
        succeeds(china, "CreateLiveCallbackTemplate", SHOP);

        succeeds(china, "ModifyLiveCallbackTemplate", "{\"TemplateId\":100001,\"RecordNotifyUrl\":\"\"}");

        assertThat(china.account.template(100_001).fields().texts()).containsOnlyKeys("TemplateName");
    }

    @Test
    void namesNeedNotBeUniqueAndMayHaveTheGreatestLength() {
        succeeds(china, "CreateLiveCallbackTemplate", SHOP);
        succeeds(china, "CreateLiveCallbackTemplate", SHOP);
        succeeds(
                china,
                "CreateLiveCallbackTemplate",
                "{\"TemplateName\":\"" + "直".repeat(85) + "\",\"Description\":\"" + "x".repeat(1024)
                        + "\",\"RecordNotifyUrl\":\"http://a.example/\"}");
        assertThat(china.account.templates()).hasSize(3);
    }

    @Test
    void anAccountHasAtMostFiftyTemplates() {
        for (int i = 0; i < 50; i++) {
            succeeds(china, "CreateLiveCallbackTemplate", SHOP);
        }
        Response response = china.call("CreateLiveCallbackTemplate", SHOP);
        assertThat(response.code()).isEqualTo("InternalError.ConfOutLimit");
        assertThat(response.message()).contains("50 templates");
        assertThat(succeeds(china, "DescribeLiveCallbackTemplates", "{}").path("Templates"))
                .hasSize(50);
    }

    @Test
    void rulesHaveTheirTimesInBeijingText() {
        succeeds(china, "CreateLiveCallbackTemplate", SHOP);
        succeeds(
                china,
                "CreateLiveCallbackRule",
                "{\"DomainName\":\"Push.example.com\",\"AppName\":\"\",\"TemplateId\":100001}");

        assertThat(succeeds(china, "DescribeLiveCallbackRules", "{}"))
                .hasToString("{\"Rules\":[{\"CreateTime\":\"2026-03-01 08:00:00\","
                        + "\"UpdateTime\":\"2026-03-01 08:00:00\",\"TemplateId\":100001,"
                        + "\"DomainName\":\"Push.example.com\",\"AppName\":\"\"}]}");
    }

    /** The response without its request id. */
    private static JsonNode succeeds(RunningApi api, String action, String json) {
        Response response = api.call(action, json);
        assertThat(response.code()).as(response.body()).isEmpty();
        ObjectNode members = (ObjectNode) response.response();
        assertThat(members.remove("RequestId").asText()).matches("[0-9a-f-]{36}");
        return members;
    }
}
