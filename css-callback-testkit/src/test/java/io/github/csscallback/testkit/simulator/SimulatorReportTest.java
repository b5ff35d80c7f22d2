package io.github.csscallback.testkit.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.signature.CallbackKeys;
import io.github.csscallback.core.template.Site;
import io.github.csscallback.receiver.CallbackReceiver;
import io.github.csscallback.receiver.server.CallbackServer;
import io.github.csscallback.testkit.fixture.RawReceiver;
import io.github.csscallback.testkit.fixture.TestAccount;
import io.github.csscallback.testkit.simulator.fault.Fault;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The report in the message of a failed test. */
@Timeout(30)
class SimulatorReportTest {

    private static final String HINT = "does it have the template's key";

    private static CssSimulator.Builder simulator() {
        return CssSimulator.builder().simulatedTime(TestAccount.NOON);
    }

    /** Tells what happened when a push, and its first retry, went to a receiver of ours. */
    private static String pushTo(CallbackKey key, Clock receiverClock, CssSimulator css) {
        CallbackReceiver receiver = CallbackReceiver.builder()
                .keys(CallbackKeys.of(key))
                .clock(receiverClock)
                .otherwise(delivery -> {})
                .build();
        try (CallbackServer server = CallbackServer.builder(receiver).start()) {
            css.bind(TestAccount.DOMAIN, TestAccount.APP, server.uri(), TestAccount.KEY);
            css.push(TestAccount.DOMAIN, TestAccount.APP, "room-1");
            return css.report();
        }
    }

    @Test
    void aNewSimulatorReportsNoEvents() {
        try (CssSimulator css = simulator().start()) {
            assertThat(css.report()).isEqualTo("no events until 2026-11-24T12:00:00Z");
        }
    }

    @Test
    void aRejectedGenuinePacketSuggestsToCheckKeyAndClock() {
        try (CssSimulator css = simulator().clockShared().start()) {
            assertThat(pushTo(CallbackKey.of("other"), css.clock(), css))
                    .startsWith("events until 2026-11-24T12:00:00Z:\n  event 1: ")
                    .contains("PENDING, 1 attempt: status 403")
                    .contains(HINT)
                    .endsWith("does it use css.clock(), which t is counted from?");
        }
    }

    @Test
    void anUndeclaredSharedClockIsSuggestedAsTheCause() {
        try (CssSimulator css = simulator().clockShared().clockNotShared().start()) {
            assertThat(pushTo(TestAccount.KEY, css.clock(), css))
                    .contains("status 403")
                    .contains(HINT)
                    .contains("build the simulator with clockShared()");
        }
    }

    @Test
    void inRealTimeAWrongClockIsSuggestedAsTheCause() {
        try (CssSimulator css = CssSimulator.builder().realTime().start();
                RawReceiver receiver = RawReceiver.responding("HTTP/1.1 401 No\r\nContent-Length: 0\r\n\r\n")) {
            css.bind(TestAccount.DOMAIN, TestAccount.APP, receiver.uri(), TestAccount.KEY);
            css.push(TestAccount.DOMAIN, TestAccount.APP, "room-1");
            css.await().attempts(1);

            assertThat(css.report()).contains(HINT).endsWith("is its clock right?");
        }
    }

    @Test
    void theRejectionOfAForgedPacketHasNoSuggestion() {
        try (CssSimulator css = simulator().clockShared().start()) {
            css.nextFaults(Fault.wrongKey());

            assertThat(pushTo(TestAccount.KEY, css.clock(), css))
                    .contains("faults [wrongKey()]")
                    .contains("status 403")
                    .doesNotContain(HINT);
        }
    }

    @Test
    void anUnexpectedResponseIsReportedInOneLine() {
        String page = "<h1>no such\r\n\tpage</h1>" + "x".repeat(300);
        try (CssSimulator css = simulator().start();
                RawReceiver receiver = RawReceiver.responding(
                        "HTTP/1.1 404 Not Found\r\nContent-Length: " + page.length() + "\r\n\r\n" + page)) {
            css.bind(TestAccount.DOMAIN, TestAccount.APP, receiver.uri(), TestAccount.KEY);
            css.push(TestAccount.DOMAIN, TestAccount.APP, "room-1");

            assertThat(css.report())
                    .contains("status 404")
                    .contains("\n    response: <h1>no such page</h1>xxx")
                    .endsWith("xxx...")
                    .hasSizeLessThan(600);
            receiver.now(RawReceiver.writing(RawReceiver.OK));
            css.settle();
            assertThat(css.report()).contains("ACKNOWLEDGED").doesNotContain("responded:");
        }
    }

    @Test
    void theReasonWhyAnEventWasNotSentIsReported() {
        try (CssSimulator css = simulator().start()) {
            css.push(TestAccount.DOMAIN, TestAccount.APP, "room-1");

            assertThat(css.report()).contains("NOT_SENT (no rule binds push.example.org/shop)");
        }
    }

    @Test
    void aRuleDiscardedByResetIsReported() {
        try (CssSimulator css = simulator().start()) {
            css.bind(TestAccount.DOMAIN, "", TestAccount.template(URI.create("http://127.0.0.1:1/css")));
            css.reset();
            css.reset();
            css.push(TestAccount.DOMAIN, TestAccount.APP, "room-1");

            assertThat(css.report())
                    .contains("no rule binds push.example.org/shop any more: reset() discarded the rule");
        }
    }

    @Test
    void onlyTheLastEventsAreReported() {
        try (CssSimulator css = simulator().start()) {
            for (int i = 1; i <= 23; i++) {
                css.send(EventType.RECORD, TestAccount.DOMAIN, TestAccount.APP, "room-" + i);
            }

            assertThat(css.report())
                    .contains("(3 earlier events)")
                    .doesNotContain("event 3:")
                    .contains("event 4:")
                    .contains("event 23:");
        }
    }

    @Test
    void bindingOneAddressCoversEveryTypeOfTheSite() {
        for (Site site : Site.values()) {
            try (CssSimulator css = simulator().site(site).start();
                    RawReceiver receiver = RawReceiver.responding(RawReceiver.OK)) {
                css.bind(TestAccount.DOMAIN, TestAccount.APP, receiver.uri(), TestAccount.KEY);
                for (EventType type : EventType.known()) {
                    boolean inTemplates =
                            type.templateField().filter(site::creates).isPresent();
                    assertThat(css.send(type, TestAccount.DOMAIN, TestAccount.APP, "room-1")
                                    .state())
                            .as("%s on %s", type, site)
                            .isEqualTo(inTemplates ? DeliveryState.ACKNOWLEDGED : DeliveryState.NOT_SENT);
                }
                assertThat(css.attempts()).isNotEmpty().allMatch(DeliveryAttempt::genuine);
                assertThat(receiver.requests())
                        .allSatisfy(request -> assertThat(request.text()).contains("\"sign\""));
            }
        }
    }

    @Test
    void theLastSettingOfTheSharedClockIsEffective() {
        try (CssSimulator css = CssSimulator.builder()
                .simulatedTime(TestAccount.NOON.minus(Duration.ofDays(1000)))
                .clockShared()
                .clockNotShared()
                .start()) {
            assertThat(pushTo(TestAccount.KEY, Clock.systemUTC(), css)).contains("ACKNOWLEDGED");
        }
    }
}
