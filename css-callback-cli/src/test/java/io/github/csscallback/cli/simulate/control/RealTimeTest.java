package io.github.csscallback.cli.simulate.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class RealTimeTest {

    @Test
    void deliveriesGoOnByThemselvesAndCanBeWaitedFor() throws Exception {
        try (Steered css = Steered.real();
                Shop shop = new Shop()) {
            css.bindTo(shop.address());
            css.push("room-1");
            css.post("/events", "{\"event\":\"RecordEvent\",\"stream\":\"room-1\"}");

            JsonNode settled = css.post("/settle", "{\"seconds\":20}").json();

            assertThat(settled.get("settled").booleanValue()).isTrue();
            assertThat(shop.names()).containsExactlyInAnyOrder("StreamBeginEvent", "RecordEvent");
            assertThat(css.get("/").json().get("time").textValue()).isEqualTo("real");
        }
    }

    @Test
    void whatIsStillPendingIsNamedWhenTheWaitIsOver() throws Exception {
        try (Steered css = Steered.real()) {
            css.bindTo("http://127.0.0.1:9/");
            JsonNode pushed = css.push("room-1").json();

            JsonNode settled = css.post("/settle", "{\"seconds\":0.05}").json();

            assertThat(settled.get("settled").booleanValue()).isFalse();
            assertThat(settled.get("pending").get(0)).isEqualTo(pushed.at("/delivery/delivery"));
        }
    }

    @Test
    void realTimeCannotBeMoved() throws Exception {
        try (Steered css = Steered.real()) {
            Steered.Response rejected = css.post("/clock/advance", "{\"seconds\":1}");

            assertThat(rejected.status()).isEqualTo(409);
            assertThat(rejected.reason()).contains("--time simulated");
        }
    }
}
