package io.github.csscallback.client;

import static io.github.csscallback.client.support.StubbedService.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.csscallback.client.records.CallbackRecord;
import io.github.csscallback.client.records.CallbackRecordQuery;
import io.github.csscallback.client.support.StubbedService;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.field.SecretText;
import io.github.csscallback.core.template.Site;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CallbackRecordsTest {

    private static final String LIST = "DescribeCallbackRecordsList";
    private static final Instant FROM = Instant.parse("2026-11-23T00:00:00.9Z");
    private static final Instant TO = Instant.parse("2026-11-24T00:00:00Z");

    @RegisterExtension
    static final StubbedService SERVICE = new StubbedService();

    private static CallbackRecordQuery.Builder query() {
        return CallbackRecordQuery.ofStream("room-1").between(FROM, TO);
    }

    private static String page(int totalPages, String... streams) {
        StringBuilder list = new StringBuilder();
        for (String stream : streams) {
            list.append(list.isEmpty() ? "" : ",").append("{\"StreamId\":\"" + stream + "\"}");
        }
        return "\"DataInfoList\":[" + list + "],\"TotalPage\":" + totalPages;
    }

    @Test
    void aQuerySendsItsFieldsAndTimesInUtc() {
        SERVICE.respondsTo(LIST, ok(page(1)));

        assertThat(SERVICE.client()
                        .callbackRecords(query().type(EventType.RECORD)
                                .resultCode(0)
                                .pageSize(10)
                                .build()))
                .isEmpty();

        assertThat(SERVICE.signedBody(LIST))
                .isEqualTo(
                        "{\"StartTime\":\"2026-11-23T00:00:00Z\",\"EndTime\":\"2026-11-24T00:00:00Z\","
                                + "\"StreamName\":\"room-1\",\"PageNum\":1,\"PageSize\":10,\"EventType\":100,\"ResultCode\":0}");
    }

    @Test
    void whatIsNotAskedForIsNotSent() {
        SERVICE.respondsTo(LIST, ok(page(1)));

        assertThat(SERVICE.client().callbackRecords(query().build())).isEmpty();

        assertThat(SERVICE.signedBody(LIST)).endsWith("\"PageNum\":1,\"PageSize\":100}");
    }

    @Test
    void aRecordIsReadWithTextsThatDoNotPrint() {
        SERVICE.respondsTo(
                LIST,
                ok("\"DataInfoList\":[{\"EventTime\":\"2026-11-23T01:00:00Z\",\"EventType\":\"0\","
                        + "\"Request\":\"opensso++server%3D\",\"Response\":\"status+code%3A200\","
                        + "\"ResponseTime\":\"2026-11-23 09:00:01\",\"ResultCode\":0,\"StreamId\":\"room-1\",\"x\":1},"
                        + "{\"EventTime\":null,\"EventType\":99999999999,\"ResultCode\":500}],\"TotalPage\":\"1\""));

        List<CallbackRecord> records =
                SERVICE.client().callbackRecords(query().build()).toList();

        assertThat(records)
                .containsExactly(
                        new CallbackRecord(
                                Instant.parse("2026-11-23T01:00:00Z"),
                                EventType.of(0),
                                "room-1",
                                SecretText.of("opensso++server%3D"),
                                SecretText.of("status+code%3A200"),
                                Instant.parse("2026-11-23T01:00:01Z"),
                                0L),
                        new CallbackRecord(null, null, null, null, null, null, 500L));
        assertThat(records.get(0).isDelivered()).isTrue();
        assertThat(records.get(1).isDelivered()).isFalse();
        assertThat(records.toString()).doesNotContain("opensso").doesNotContain("status+code");
    }

    @Test
    void pagesAreFetchedWhenTheyAreWanted() {
        SERVICE.respondsTo(LIST, ok(page(3, "a", "b")), ok(page(3, "c", "d")), ok(page(3, "e")));

        Iterator<CallbackRecord> records =
                SERVICE.client().callbackRecords(query().pageSize(2).build()).iterator();

        assertThat(SERVICE.count()).isZero();
        assertThat(records.next().streamName()).isEqualTo("a");
        assertThat(records.next().streamName()).isEqualTo("b");
        assertThat(SERVICE.count()).isEqualTo(1);
        assertThat(records.next().streamName()).isEqualTo("c");
        assertThat(SERVICE.count()).isEqualTo(2);
        assertThat(records.next().streamName()).isEqualTo("d");
        assertThat(records.next().streamName()).isEqualTo("e");
        assertThat(records.hasNext()).isFalse();
        Assertions.assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(records::next);
        assertThat(SERVICE.requests(LIST))
                .extracting(request -> request.getBodyAsString().replaceAll(".*\"PageNum\":(\\d+).*", "$1"))
                .containsExactly("1", "2", "3");
    }

    @Test
    void withoutATotalAShortPageIsTheLast() {
        SERVICE.respondsTo(
                LIST,
                ok("\"DataInfoList\":[{\"StreamId\":\"a\"},{\"StreamId\":\"b\"}]"),
                ok("\"DataInfoList\":[{\"StreamId\":\"c\"}],\"TotalPage\":null"));

        assertThat(SERVICE.client().callbackRecords(query().pageSize(2).build()).count())
                .isEqualTo(3);
        assertThat(SERVICE.count()).isEqualTo(2);
    }

    @Test
    void anEmptyPageEndsTheListWhateverTheTotal() {
        SERVICE.respondsTo(LIST, ok(page(1000)));

        assertThat(SERVICE.client().callbackRecords(query().build())).isEmpty();
        assertThat(SERVICE.count()).isEqualTo(1);
    }

    @Test
    void notMoreThanTwentyRequestsGoOutInASecond() {
        SERVICE.respondsTo(LIST, ok(page(41, "a")));

        assertThat(SERVICE.client()
                        .callbackRecords(query().pageSize(1).build())
                        .limit(41)
                        .count())
                .isEqualTo(41);

        assertThat(SERVICE.count()).isEqualTo(41);
        assertThat(SERVICE.sleeper().slept()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void theInternationalSiteHasNoRecords() {
        try (CssCallbackClient abroad =
                SERVICE.builder().site(Site.INTERNATIONAL).build()) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> abroad.callbackRecords(query().build()))
                    .withMessageContaining("only CHINA");
        }
    }

    @Test
    void aQueryIsCheckedWhenItIsBuilt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        CallbackRecordQuery.ofStream(" ").between(FROM, TO).build())
                .withMessageContaining("StreamName");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CallbackRecordQuery.ofStream("a").build())
                .withMessageContaining("StartTime");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> query().between(TO, TO).build())
                .withMessageContaining("EndTime");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> query().between(TO.minus(Duration.ofHours(24)).minusMillis(1), TO)
                        .build())
                .withMessageContaining("one day");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> query().pageSize(0).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> query().resultCode(-1).build());
        assertThat(query().between(TO.minus(Duration.ofHours(24)), TO).build().toString())
                .isEqualTo("CallbackRecordQuery[room-1, 2026-11-23T00:00:00Z to 2026-11-24T00:00:00Z]");
    }
}
