package io.github.csscallback.cli.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.cli.testing.ApiStub;
import io.github.csscallback.cli.testing.Cli;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordsCommandTest {

    private static final String LIST = "DescribeCallbackRecordsList";
    private static final String[] DAY = {
        "records", "--stream", "room-1", "--from", "2026-11-23T08:00:00+08:00", "--to", "2026-11-24T00:00:00Z"
    };

    private ApiStub api;

    @BeforeEach
    void start() throws IOException {
        api = new ApiStub().respondsWith(LIST, page(1, 0), page(2, 7));
    }

    @AfterEach
    void stop() {
        api.close();
    }

    private static String page(int number, int result) {
        return "\"DataInfoList\":[{\"EventTime\":\"2026-11-23T01:02:0" + number + "Z\",\"EventType\":100,"
                + "\"StreamId\":\"room-1\",\"Request\":\"sign=s3cr3tSign\",\"Response\":\"status code:200\","
                + "\"ResponseTime\":\"2026-11-23T01:02:09Z\",\"ResultCode\":" + result + "}],"
                + "\"PageNum\":" + number + ",\"PageSize\":100,\"TotalNum\":2,\"TotalPage\":2";
    }

    private static String[] day(String... more) {
        String[] line = Arrays.copyOf(DAY, DAY.length + more.length);
        System.arraycopy(more, 0, line, DAY.length, more.length);
        return line;
    }

    @Test
    void pagesAreFollowedAndEachRecordIsALine() throws IOException {
        Cli.Run run = api.cli().run(day("--event-type", "100"));

        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(api.requests()).hasSize(2);
        assertThat(ApiStub.json(api.requests().get(1).body()))
                .isEqualTo(ApiStub.json("{\"StartTime\":\"2026-11-23T00:00:00Z\",\"EndTime\":\"2026-11-24T00:00:00Z\","
                        + "\"StreamName\":\"room-1\",\"PageNum\":2,\"PageSize\":100,\"EventType\":100}"));
        assertThat(run.lines()).hasSize(2);
        assertThat(ApiStub.json(run.lines().get(1)))
                .isEqualTo(ApiStub.json("{\"EventTime\":\"2026-11-23T01:02:02Z\",\"EventType\":100,"
                        + "\"StreamId\":\"room-1\",\"Request\":\"***\",\"Response\":\"***\","
                        + "\"ResponseTime\":\"2026-11-23T01:02:09Z\",\"ResultCode\":7}"));
    }

    @Test
    void peopleGetColumns() {
        Cli.Run run = api.cli().run(day("--output", "text"));

        assertThat(run.lines())
                .containsExactly(
                        "2026-11-23T01:02:01Z  100 RecordEvent           delivered     room-1",
                        "2026-11-23T01:02:02Z  100 RecordEvent           result 7      room-1");
    }

    @Test
    void requestAndResponseArePrintedIfAskedFor() throws IOException {
        assertThat(ApiStub.json(api.cli().run(day("--reveal")).lines().get(0))
                        .get("Request")
                        .textValue())
                .isEqualTo("sign=s3cr3tSign");
        assertThat(api.cli().run(day("--reveal", "--output", "text")).out()).contains("response  status code:200");
        assertThat(api.cli().run(day("--output", "text")).everything()).doesNotContain("s3cr3t", "status code");
    }

    @Test
    void aPageThatFailsLeavesWhatWasPrinted() {
        api.respondsWith(LIST, page(1, 0), "\"Error\":{\"Code\":\"InvalidParameterValue\",\"Message\":\"no\"}");

        Cli.Run run = api.cli().run(DAY);

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.lines()).hasSize(1);
        assertThat(run.err().lines()).containsExactly("InvalidParameterValue: no (request id req-1)");
    }

    @Test
    void noRecordsAreSaidOnStandardError() {
        api.respondsWith(LIST, "\"DataInfoList\":[],\"TotalPage\":0");

        Cli.Run run = api.cli().run(DAY);

        assertThat(run.status()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("no record");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "records --from 2026-11-23T00:00:00Z --to 2026-11-24T00:00:00Z",
                "records --stream room-1 --from 2026-11-23 --to 2026-11-24T00:00:00Z",
                "records --stream room-1 --from 2026-11-23T00:00:00Z --to 2026-11-25T00:00:00Z",
                "records --stream room-1 --from 2026-11-24T00:00:00Z --to 2026-11-23T00:00:00Z",
                "records --stream room-1 --from 2026-11-23T00:00:00Z --to 2026-11-24T00:00:00Z --event-type x",
                "records --stream room-1 --from 2026-11-23T00:00:00Z --to 2026-11-24T00:00:00Z --site international"
            })
    void wrongUsageIsFoundBeforeAnythingIsSent(String line) {
        Cli.Run run = api.cli().run(line.split(" ", -1));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("See: css-callback records --help");
        assertThat(api.requests()).isEmpty();
    }
}
