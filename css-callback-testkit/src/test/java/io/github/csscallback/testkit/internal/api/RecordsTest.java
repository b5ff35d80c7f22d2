package io.github.csscallback.testkit.internal.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.csscallback.core.template.Site;
import io.github.csscallback.testkit.internal.api.record.DeliveryRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordsTest {

    private static final Instant FIRST = Instant.parse("2026-02-28T16:00:00.250Z");

    private static final RunningApi api = RunningApi.at(Site.CHINA);

    @BeforeAll
    static void records() {
        for (int i = 0; i < 25; i++) {
            api.records.add(new DeliveryRecord(
                    FIRST.plus(Duration.ofMinutes(i)),
                    i % 2,
                    "request " + i,
                    i % 5 == 0 ? "" : "response " + i,
                    i % 5 == 0 ? null : FIRST.plus(Duration.ofMinutes(i)).plusSeconds(1),
                    i % 5 == 0 ? 1 : 0,
                    "room"));
        }
        api.records.add(new DeliveryRecord(FIRST, 1, "request", "response", FIRST, 0, "another"));
    }

    @AfterAll
    static void close() {
        api.close();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-28T16:00:00Z, 2026-02-28T16:00:00Z, 2026-02-28T16:00:01Z",
        "2026-03-01 00:00:00, 2026-03-01 00:00:00, 2026-03-01 00:00:01",
        "2026-03-01T00:00:00+08:00, 2026-03-01T00:00:00+08:00, 2026-03-01T00:00:01+08:00",
        "2026-02-28T13:30:00-02:30, 2026-02-28T13:30:00-02:30, 2026-02-28T13:30:01-02:30"
    })
    void timesAreReturnedInTheFormatOfTheRequest(String start, String firstEvent, String firstResponse) {
        JsonNode response = list(start, "2026-03-01T12:00:00Z", "another", 1, 10, "");

        assertThat(response.path("DataInfoList").get(0))
                .hasToString("{\"EventTime\":\"" + firstEvent
                        + "\",\"EventType\":1,\"Request\":\"request\",\"Response\":\"response\",\"ResponseTime\":\""
                        + firstEvent + "\",\"ResultCode\":0,\"StreamId\":\"another\"}");
        assertThat(list(start, "2026-03-01T12:00:00Z", "room", 1, 10, "")
                        .path("DataInfoList")
                        .get(1)
                        .path("ResponseTime")
                        .asText())
                .isEqualTo(firstResponse.replace(":00:01", ":01:01").replace(":30:01", ":31:01"));
    }

    @Test
    void pagesHoldEveryRecordOnce() {
        List<String> seen = new ArrayList<>();
        for (int page = 1; page <= 3; page++) {
            JsonNode response = list("room", page, 10, "");
            assertThat(response.path("PageNum").asInt()).isEqualTo(page);
            assertThat(response.path("PageSize").asInt()).isEqualTo(10);
            assertThat(response.path("TotalNum").asInt()).isEqualTo(25);
            assertThat(response.path("TotalPage").asInt()).isEqualTo(3);
            response.path("DataInfoList")
                    .forEach(record -> seen.add(record.path("Request").asText()));
        }
        assertThat(seen)
                .hasSize(25)
                .doesNotHaveDuplicates()
                .startsWith("request 0")
                .endsWith("request 24");
        assertThat(list("room", 4, 10, "").path("DataInfoList")).isEmpty();
        assertThat(list("room", Long.MAX_VALUE, 100, "").path("DataInfoList")).isEmpty();
        assertThat(list("room", 1, 100, "").path("DataInfoList")).hasSize(25);
    }

    @Test
    void onlyRecordsOfTheNamedStreamAreListed() {
        JsonNode none = list("roo", 1, 10, "");
        assertThat(none.path("DataInfoList")).isEmpty();
        assertThat(none.path("TotalNum").asInt(-1)).isZero();
        assertThat(none.path("TotalPage").asInt(-1)).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ,"EventType":1                  | 12
            ,"EventType":0                  | 13
            ,"EventType":100                | 0
            ,"EventType":4294967297         | 0
            ,"ResultCode":0                 | 20
            ,"ResultCode":1                 | 5
            ,"EventType":1,"ResultCode":1   | 2
            """)
    void filtersAreCombined(String filter, int found) {
        assertThat(list("room", 1, 100, filter).path("TotalNum").asInt()).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-28T16:00:00Z, 2026-02-28T16:00:00Z, 1",
        "2026-02-28T16:00:01Z, 2026-02-28T16:01:00Z, 1",
        "2026-02-28T16:00:01Z, 2026-02-28T16:00:59Z, 0",
        "2026-02-28T15:00:00Z, 2026-03-01T15:00:00Z, 25"
    })
    void startAndEndAreInclusive(String start, String end, int found) {
        assertThat(list(start, end, "room", 1, 100, "").path("TotalNum").asInt())
                .isEqualTo(found);
    }

    @Test
    void aRecordWithoutAResponseHasNoResponseTime() {
        JsonNode first = list("room", 1, 1, "").path("DataInfoList").get(0);
        assertThat(first.path("ResponseTime").asText("?")).isEmpty();
        assertThat(first.path("Response").asText("?")).isEmpty();
        assertThat(first.path("ResultCode").asInt()).isEqualTo(1);
    }

    @Test
    void theLastFourteenDaysAreThoseOfTheSimulatorsClock() {
        assertThat(list("2026-02-15T00:00:00Z", "2026-02-16T00:00:00Z", "room", 1, 10, "")
                        .path("TotalNum")
                        .asInt(-1))
                .isZero();
    }

    private static JsonNode list(String stream, long page, int size, String more) {
        return list("2026-02-28T16:00:00Z", "2026-03-01T16:00:00Z", stream, page, size, more);
    }

    private static JsonNode list(String start, String end, String stream, long page, int size, String more) {
        Response response = api.call(
                "DescribeCallbackRecordsList",
                "{\"StartTime\":\"" + start + "\",\"EndTime\":\"" + end + "\",\"StreamName\":\"" + stream
                        + "\",\"PageNum\":" + page + ",\"PageSize\":" + size + more + "}");
        assertThat(response.code()).as(response.body()).isEmpty();
        return response.response();
    }
}
