package io.github.csscallback.cli.simulate.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.csscallback.testkit.simulator.fault.Fault;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FaultNamesTest {

    @Test
    void everyFaultThereIsHasItsFactorysNameInKebabCase() {
        List<String> factories = Arrays.stream(Fault.class.getMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers()))
                .map(method -> method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT))
                .toList();

        assertThat(FaultNames.all()).containsExactlyInAnyOrderElementsOf(factories);
    }

    @Test
    void faultsArePrintedAsTheyAreNamed() {
        assertThat(FaultNames.of(Fault.cutBeforeResponse())).isEqualTo("cut-before-response");
        assertThat(FaultNames.of(Fault.heldBack(Duration.ofMinutes(20)))).isEqualTo("held-back(PT20M)");
        assertThat(FaultNames.of(Fault.wrongKey().onAttempts(3))).isEqualTo("wrong-key.on-attempts(3)");
        assertThat(FaultNames.of(Fault.mangledBody().onEveryAttempt())).isEqualTo("mangled-body.on-every-attempt");
    }

    @Test
    void everyNameIsTakenAndStrikesTheNextDelivery() throws Exception {
        try (Steered css = Steered.simulated();
                Shop shop = new Shop()) {
            css.bindTo(shop.address());
            for (String name : FaultNames.all()) {
                boolean timed = name.equals("held-back") || name.equals("slow-sending");
                String fault = timed ? "{\"fault\":\"" + name + "\",\"seconds\":0.01}" : "\"" + name + "\"";

                Steered.Response asked = css.post("/faults", "{\"faults\":[" + fault + "]}");
                assertThat(asked.status()).isEqualTo(200);
                String printed = asked.json().get("faults").get(0).textValue();
                assertThat(printed).startsWith(name);

                JsonNode delivery = css.push("room-1").json().get("delivery");
                assertThat(delivery.get("faults").get(0).textValue()).isEqualTo(printed);
                assertThat(css.post("/settle", "{}").json().get("settled").booleanValue())
                        .isTrue();
            }
        }
    }

    @Test
    void faultsMayBeForAKindAndForSomeAttempts() throws Exception {
        try (Steered css = Steered.simulated();
                Shop shop = new Shop()) {
            css.bindTo(shop.address());
            css.post("/faults", "{\"event\":\"RecordEvent\",\"faults\":[{\"fault\":\"wrong-key\",\"attempts\":2}]}");

            assertThat(css.push("room-1").json().at("/delivery/state").textValue())
                    .isEqualTo("acknowledged");
            css.post("/events", "{\"event\":\"RecordEvent\",\"stream\":\"room-1\"}");
            JsonNode attempts =
                    css.post("/clock/advance", "{\"seconds\":120}").json().get("attempts");

            assertThat(attempts.findValuesAsText("status")).containsExactly("403", "200");
            assertThat(attempts.get(0).get("faults").get(0).textValue()).isEqualTo("wrong-key.on-attempts(2)");
            assertThat(attempts.get(0).get("genuine").booleanValue()).isFalse();
            assertThat(attempts.get(1).has("faults")).isFalse();
        }
    }
}
