package io.github.csscallback.cli.simulate.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.csscallback.core.event.RecordEvent;
import io.github.csscallback.core.event.StreamEndEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the calls do, in simulated time. */
class ControlCallsTest {

    private final Steered css = Steered.simulated();
    private final Shop shop = new Shop();

    @AfterEach
    void stop() {
        css.close();
        shop.close();
    }

    @Test
    void aStreamIsPushedAndEndedAndTheResponsesSayWhatCameOfIt() throws Exception {
        css.bindTo(shop.address());

        Steered.Response pushed = css.push("room-1");
        Steered.Response live = css.get("/streams");
        Steered.Response ended = css.delete("/streams/room-1", "{\"with\":{\"errcode\":7}}");

        assertThat(pushed.status()).isEqualTo(201);
        assertThat(pushed.json().at("/delivery/state").textValue()).isEqualTo("acknowledged");
        assertThat(pushed.json().at("/delivery/attempts/0/status").intValue()).isEqualTo(200);
        assertThat(pushed.json().at("/delivery/attempts/0/response").textValue())
                .isEqualTo("{\"code\":0}");
        assertThat(live.json().at("/streams/0/stream").textValue()).isEqualTo("room-1");
        assertThat(ended.status()).isEqualTo(200);
        assertThat(ended.json().get("sequence")).isEqualTo(pushed.json().get("sequence"));
        assertThat(css.get("/streams").json().get("streams")).isEmpty();
        assertThat(shop.names()).containsExactly("StreamBeginEvent", "StreamEndEvent");
        assertThat(((StreamEndEvent) shop.last()).fields().longNumber("errcode"))
                .isEqualTo(7);
    }

    @Test
    void aNameWithASlashAndOtherLettersIsEscapedInThePath() throws Exception {
        css.bindTo(shop.address());
        css.push("room/1 a+直");

        Steered.Response ended = css.delete("/streams/room%2F1%20a+%E7%9B%B4");

        assertThat(ended.status()).isEqualTo(200);
        assertThat(((StreamEndEvent) shop.last()).streamId()).isEqualTo("room/1 a+直");
    }

    @Test
    void aNameThatIsLiveTwiceIsEndedOnTheDomainInTheBody() throws Exception {
        css.push("room-1");
        css.post("/streams", Steered.push("other.example.com", "room-1"));

        Steered.Response ended = css.delete("/streams/room-1", "{\"domain\":\"push.example.com\",\"app\":\"live\"}");

        assertThat(ended.json().get("domain").textValue()).isEqualTo("push.example.com");
        assertThat(css.delete("/streams/room-1").json().get("domain").textValue())
                .isEqualTo("other.example.com");
    }

    @Test
    void membersOfThePacketAreSetAndRemoved() throws Exception {
        css.bindTo(shop.address());
        css.push("room-1");

        Steered.Response sent = css.post(
                "/events",
                "{\"event\":\"RecordEvent\",\"stream\":\"room-1\",\"without\":[\"task_id\"],\"with\":{\"file_size\":123456789012,"
                        + "\"file_format\":null,\"new\":{\"list\":[1,true,1.50,\"a\"]}}}");

        assertThat(sent.status()).isEqualTo(201);
        JsonNode packet = new ObjectMapper()
                .readTree(sent.json().at("/delivery/attempts/0/request").textValue());
        assertThat(packet.get("file_format").isNull()).isTrue();
        assertThat(packet.has("task_id")).isFalse();
        assertThat(packet.get("new").toString()).isEqualTo("{\"list\":[1,true,1.5,\"a\"]}");
        assertThat(packet.get("sign").textValue()).hasSize(32);
        assertThat(((RecordEvent) shop.last()).fileSize()).isEqualTo(123456789012L);
    }

    @Test
    void kindsOutsideTemplatesGoWhereTheirAddressIsSet() throws Exception {
        css.bindTo(shop.address());

        Steered.Response before = css.post(
                "/events", "{\"event\":399,\"domain\":\"push.example.com\",\"app\":\"live\",\"stream\":\"a\"}");
        for (String event : new String[] {"399", "\"RelayEvent\""}) {
            assertThat(css.post("/notify-urls", "{\"event\":" + event + ",\"url\":\"" + shop.address() + "\"}")
                            .status())
                    .isEqualTo(200);
            css.post(
                    "/events",
                    "{\"event\":" + event + ",\"domain\":\"push.example.com\",\"app\":\"live\",\"stream\":\"a\"}");
        }

        assertThat(before.status()).isEqualTo(201);
        assertThat(before.json().at("/delivery/state").textValue()).isEqualTo("not_sent");
        assertThat(before.json().at("/delivery/why_not_sent").textValue()).contains("399", "POST /notify-urls");
        assertThat(css.notSent()).hasSize(1);
        assertThat(shop.names()).containsExactly("UnknownEvent", "RelayEvent");
        assertThat(css.css().attempts().get(0).genuine()).isTrue();
    }

    @Test
    void addressesMayBeSetByTheApisNamesAndOneOfThemOtherThanTheRest() throws Exception {
        try (Shop records = new Shop()) {
            Steered.Response bound = css.post(
                    "/bindings",
                    "{\"domain\":\"push.example.com\",\"app\":\"\",\"key\":\"k3y\",\"url\":\"" + shop.address()
                            + "\",\"notify_urls\":{\"RecordNotifyUrl\":\"" + records.address() + "\"}}");
            css.push("room-1");
            css.post("/events", "{\"event\":\"RecordEvent\",\"stream\":\"room-1\"}");

            assertThat(bound.json().at("/notify_urls/RecordNotifyUrl").textValue())
                    .isEqualTo(records.address());
            assertThat(bound.json().get("signed").booleanValue()).isTrue();
            assertThat(bound.json().toString()).doesNotContain("k3y");
            assertThat(shop.names()).containsExactly("StreamBeginEvent");
            assertThat(records.names()).containsExactly("RecordEvent");
        }
    }

    @Test
    void whatFailsIsTriedAgainWhenTheClockMovesAndEveryAttemptIsListed() throws Exception {
        css.bindTo(shop.address());
        shop.close();

        JsonNode pushed = css.push("room-1").json();
        String now = css.get("/").json().get("now").textValue();
        JsonNode minute = css.post("/clock/advance", "{\"seconds\":60}").json();
        shop.reopen();
        JsonNode nothing = css.post("/clock/advance", "{\"seconds\":59.5}").json();
        css.post("/clock/advance", "{\"seconds\":0.5}");

        assertThat(pushed.at("/delivery/state").textValue()).isEqualTo("pending");
        assertThat(pushed.at("/delivery/attempts/0/status").isNull()).isTrue();
        assertThat(pushed.at("/delivery/attempts/0/failure").textValue()).contains("refused");
        assertThat(pushed.at("/delivery/next_attempt_at").textValue())
                .isEqualTo(minute.get("now").textValue())
                .isNotEqualTo(now);
        assertThat(minute.get("attempts")).hasSize(1);
        assertThat(nothing.get("attempts")).isEmpty();
        JsonNode delivery = css.get("/deliveries").json().at("/deliveries/0");
        assertThat(delivery.get("state").textValue()).isEqualTo("acknowledged");
        assertThat(delivery.get("attempts").findValuesAsText("attempt")).containsExactly("1", "2", "3");
        assertThat(delivery.at("/attempts/2/request").textValue()).contains("\"stream_id\":\"room-1\"");
        assertThat(delivery.at("/attempts/2/headers/Content-Type").textValue()).isEqualTo("application/json");
        assertThat(css.get("/deliveries/" + delivery.get("delivery")).json().get("delivery"))
                .isEqualTo(delivery);
    }

    @Test
    void settlingLetsTimePassUntilNothingIsPending() throws Exception {
        css.bindTo("http://127.0.0.1:9/");
        css.push("room-1");

        JsonNode settled = css.post("/settle", "{}").json();

        assertThat(settled.get("settled").booleanValue()).isTrue();
        assertThat(settled.get("pending")).isEmpty();
        JsonNode delivery = css.get("/deliveries").json().at("/deliveries/0");
        assertThat(delivery.get("state").textValue()).isEqualTo("given_up");
        assertThat(delivery.get("attempts")).hasSize(13);
    }

    @Test
    void resetForgetsWhatWasAndTheClockBeginsAnew() throws Exception {
        String start = css.get("/").json().get("now").textValue();
        css.bindTo(shop.address());
        css.push("room-1");
        css.post("/clock/advance", "{\"seconds\":600}");

        JsonNode reset = css.post("/reset", "{}").json();

        assertThat(reset.get("now").textValue()).isEqualTo(start);
        assertThat(css.get("/deliveries").json().get("deliveries")).isEmpty();
        assertThat(css.get("/streams").json().get("streams")).isEmpty();
        assertThat(css.push("room-1").json().at("/delivery/why_not_sent").textValue())
                .contains("no rule binds push.example.com/live");
    }

    @Test
    void aHandlerMaySteerWhileItsOwnPacketIsBeingDelivered() throws Exception {
        List<Steered.Response> toHandler = new CopyOnWriteArrayList<>();
        try (Shop busy = new Shop(event -> {
            if (event.liveStream().streamName().equals("room-1")) {
                try {
                    toHandler.add(css.push("room-2"));
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            }
        })) {
            css.bindTo(busy.address());

            Steered.Response pushed = css.push("room-1");

            assertThat(pushed.json().at("/delivery/state").textValue()).isEqualTo("acknowledged");
            assertThat(toHandler).hasSize(1);
            assertThat(toHandler.get(0).json().at("/delivery/state").textValue())
                    .isEqualTo("pending");
            assertThat(busy.names()).containsExactly("StreamBeginEvent", "StreamBeginEvent");
        }
    }

    @Test
    void theListOfCallsHasTheTime() throws Exception {
        JsonNode overview = css.get("/").json();

        assertThat(overview.get("time").textValue()).isEqualTo("simulated");
        assertThat(overview.get("api").textValue() + "/")
                .as("as the first line of css-callback simulate has it")
                .isEqualTo(css.css().api().endpoint().toString());
        assertThat(overview.get("calls").findValuesAsText("call"))
                .contains("POST /clock/advance {seconds}", "DELETE /streams/{stream} {domain?, app?, with?, without?}");
        assertThat(overview.toString()).doesNotContain(css.css().api().secretKey());
    }

    @Test
    void aNameThatIsLiveOnTwoDomainsIsNotEndedWithoutSayingWhich() throws Exception {
        css.post("/streams", Steered.push("push.example.com", "room-1"));
        css.post("/streams", Steered.push("b.example.com", "room-1"));

        Steered.Response ambiguous = css.delete("/streams/room-1");

        assertThat(ambiguous.status()).isEqualTo(409);
        assertThat(ambiguous.json().get("reason").textValue())
                .contains("push.example.com/live/room-1", "b.example.com/live/room-1", "domain and app");
        assertThat(css.get("/streams").json().get("streams")).hasSize(2);
    }
}
