package io.github.csscallback.testkit.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tencentcloudapi.common.CommonClient;
import com.tencentcloudapi.common.CommonRequest;
import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.HttpProfile;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.testkit.fixture.RawReceiver;
import io.github.csscallback.testkit.fixture.TestAccount;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The provider's own client sets up a simulator, and deliveries follow from it. */
@Timeout(60)
class OfficialClientDeliveriesTest {

    private static final String RULE = "\"DomainName\":\"push.example.org\",\"AppName\":\"shop\"";

    private final RawReceiver receiver = RawReceiver.responding(RawReceiver.OK);
    private final CssSimulator css =
            CssSimulator.builder().simulatedTime(TestAccount.NOON).start();
    private final Locale locale = Locale.getDefault();

    /** This client writes the date that it signs in the digits of the default locale, and fails with other than ASCII's. */
    @BeforeEach
    void digitsOfAscii() {
        Locale.setDefault(Locale.ROOT);
    }

    @AfterEach
    void stop() {
        Locale.setDefault(locale);
        css.close();
        receiver.close();
    }

    private JsonNode call(String action, String json) throws Exception {
        HttpProfile http = new HttpProfile();
        http.setProtocol("http://");
        http.setEndpoint(css.api().endpoint().getAuthority());
        ClientProfile profile = new ClientProfile();
        profile.setHttpProfile(http);
        Credential credential = new Credential(css.api().secretId(), css.api().secretKey());
        CommonClient client = new CommonClient("live", "2018-08-01", credential, "", profile);
        JsonNode response = new ObjectMapper().readTree(client.commonRequest(new CommonRequest(json), action));
        return response.has("Response") ? response.path("Response") : response;
    }

    private SimulatedEvent record() {
        return css.send(EventType.RECORD, TestAccount.DOMAIN, TestAccount.APP, "room-1");
    }

    @Test
    void eventsOfATemplateMadeByTheOfficialClientAreDeliveredAndListed() throws Exception {
        String template = "{\"TemplateName\":\"shop\",\"CallbackKey\":\"" + TestAccount.KEY.reveal()
                + "\",\"RecordNotifyUrl\":\"" + receiver.uri() + "\"}";
        long id =
                call("CreateLiveCallbackTemplate", template).path("TemplateId").asLong();
        call("CreateLiveCallbackRule", "{" + RULE + ",\"TemplateId\":" + id + "}");
        assertThat(record().state()).as("the rule is not in force yet").isEqualTo(DeliveryState.NOT_SENT);
        css.advance(Duration.ofMinutes(10));

        SimulatedEvent delivery = record();
        assertThat(delivery.state()).isEqualTo(DeliveryState.ACKNOWLEDGED);
        JsonNode listed = call(
                        "DescribeCallbackRecordsList",
                        "{\"StartTime\":\"2026-11-24T12:00:00Z\",\"EndTime\":\"2026-11-24T13:00:00Z\","
                                + "\"StreamName\":\"room-1\",\"PageNum\":1,\"PageSize\":10}")
                .path("DataInfoList");
        assertThat(listed).hasSize(1);
        assertThat(listed.get(0).path("Request").asText())
                .isEqualTo(delivery.attempts().get(0).requestBodyText());
        assertThat(listed.get(0).path("ResultCode").asInt(-1)).isZero();

        assertThatExceptionOfType(TencentCloudSDKException.class)
                .isThrownBy(() -> call("DeleteLiveCallbackTemplate", "{\"TemplateId\":" + id + "}"))
                .satisfies(e -> assertThat(e.getErrorCode()).isEqualTo("FailedOperation.ConfInUsed"));
        call("DeleteLiveCallbackRule", "{" + RULE + "}");
        call("DeleteLiveCallbackTemplate", "{\"TemplateId\":" + id + "}");
        assertThat(record().state()).as("it acts until its end is in force").isEqualTo(DeliveryState.ACKNOWLEDGED);
        css.advance(Duration.ofMinutes(10));
        assertThat(record().state()).isEqualTo(DeliveryState.NOT_SENT);
    }
}
