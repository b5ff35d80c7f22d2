package io.github.csscallback.testkit.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.csscallback.client.CssCallbackClient;
import io.github.csscallback.client.error.CssApiException;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.template.Site;
import io.github.csscallback.testkit.fixture.ManagementClients;
import io.github.csscallback.testkit.fixture.RawReceiver;
import io.github.csscallback.testkit.fixture.TestAccount;
import io.github.csscallback.testkit.simulator.fault.Fault;
import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class SettingsTest {

    private final RawReceiver receiver = RawReceiver.responding("HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n");

    @AfterEach
    void stop() {
        receiver.close();
    }

    private JsonNode body(int request) throws IOException {
        return new ObjectMapper().readTree(receiver.requests().get(request).body());
    }

    /** The values of t of a delivery's first two attempts, a minute apart. */
    private List<Long> expiries(UnaryOperator<CssSimulator.Builder> settings, Fault... faults) throws IOException {
        try (CssSimulator css = settings.apply(CssSimulator.builder().simulatedTime(TestAccount.NOON))
                .start()) {
            css.bind(TestAccount.DOMAIN, TestAccount.APP, TestAccount.template(receiver.uri()));
            css.nextFaults(faults);
            css.send(EventType.RECORD, TestAccount.DOMAIN, TestAccount.APP, "room-1");
            css.advance(Duration.ofMinutes(1));
            return List.of(body(0).get("t").longValue(), body(1).get("t").longValue());
        }
    }

    @Test
    void aPacketExpiresSixHundredSecondsAfterEachAttemptByDefault() throws IOException {
        long noon = TestAccount.NOON.getEpochSecond();

        assertThat(expiries(CssSimulator.Builder::clockShared)).containsExactly(noon + 600, noon + 660);
    }

    @Test
    void theValidityOfPacketsCanBeSet() throws IOException {
        long noon = TestAccount.NOON.getEpochSecond();

        assertThat(expiries(settings -> settings.clockShared().validity(Duration.ofSeconds(7))))
                .containsExactly(noon + 7, noon + 67);
    }

    @Test
    void signaturesCanBeKeptOnAllRetriesUnlessAFaultOverridesIt() throws IOException {
        long noon = TestAccount.NOON.getEpochSecond();
        UnaryOperator<CssSimulator.Builder> kept =
                settings -> settings.clockShared().signatureOnRetry(SignatureOnRetry.KEPT);

        assertThat(expiries(kept)).containsExactly(noon + 600, noon + 600);
        receiver.requests().clear();
        assertThat(expiries(kept, Fault.signatureRenewed())).containsExactly(noon + 600, noon + 660);
    }

    @Test
    void withoutASharedClockPacketsExpireByTheSystemsClock() throws IOException {
        long before = Instant.now().getEpochSecond();
        List<Long> expiries = expiries(UnaryOperator.identity());

        assertThat(expiries.get(0)).isBetween(before + 600, before + 630);
        assertThat(expiries.get(1) - expiries.get(0))
                .as("no minute passed for the system")
                .isBetween(0L, 30L);
    }

    @Test
    void simulatedTimeStartsNowByDefault() {
        Instant before = Instant.now();
        try (CssSimulator css = CssSimulator.start()) {
            assertThat(css.clock().instant()).isBetween(before.minusSeconds(1), before.plusSeconds(20));
            assertThat(css.clock().instant()).isEqualTo(css.clock().instant().truncatedTo(ChronoUnit.SECONDS));
        }
        try (CssSimulator css = CssSimulator.builder()
                .realTime()
                .simulatedTime(TestAccount.NOON)
                .simulatedTime()
                .start()) {
            assertThat(css.clock().instant()).isAfterOrEqualTo(before.minusSeconds(1));
            css.advance(Duration.ofSeconds(1));
        }
    }

    @ParameterizedTest
    @EnumSource(Site.class)
    void theApiHasTheActionsOfTheSite(Site site) {
        try (CssSimulator css = CssSimulator.builder().site(site).start()) {
            assertThat(css.api().site()).isEqualTo(site);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://push.example.com", "push.example.com/live", "push.example.com "})
    void bindRejectsAnInvalidDomain(String domain) {
        try (CssSimulator css = CssSimulator.start()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> css.bind(domain, TestAccount.APP, receiver.uri(), TestAccount.KEY))
                    .withMessage("the push domain must be a domain name, such as push.example.com");
        }
    }

    @Test
    void bindRejectsAnInvalidPath() {
        try (CssSimulator css = CssSimulator.start()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> css.bind(TestAccount.DOMAIN, "/live", receiver.uri(), TestAccount.KEY))
                    .withMessage("the app name must be one part of a path, without '/'");
        }
    }

    @Test
    void bindRejectsFieldsThatTheSiteDoesNotAccept() {
        try (CssSimulator css = CssSimulator.builder().site(Site.INTERNATIONAL).start()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> css.bind(TestAccount.DOMAIN, TestAccount.APP, TestAccount.template(receiver.uri())))
                    .withMessageContaining("RecordStatusNotifyUrl");
        }
    }

    @Test
    void timeCannotGoBack() {
        try (CssSimulator css = CssSimulator.start()) {
            assertThatIllegalArgumentException().isThrownBy(() -> css.advance(Duration.ofNanos(-1)));
        }
    }

    @Test
    void invalidSettingsAreRejectedAtOnce() {
        List<Consumer<CssSimulator.Builder>> rejected = List.of(
                settings -> settings.apiPort(-1),
                settings -> settings.apiPort(65_536),
                settings -> settings.credentials(" ", "key"),
                settings -> settings.credentials("id", ""),
                settings -> settings.credentials("a/b", "key"),
                settings -> settings.temporaryCredentials("id", "key", ""),
                settings -> settings.temporaryCredentials("id", "key", "a\nb"),
                settings -> settings.propagation(Duration.ofSeconds(-1)),
                settings -> settings.propagation(Duration.ofDays(2)),
                settings -> settings.propagation(Duration.ofSeconds(2), Duration.ofSeconds(1)),
                settings -> settings.responseTimeout(Duration.ZERO),
                settings -> settings.responseTimeout(Duration.ofDays(1).plusNanos(1)),
                settings -> settings.responseTimeout(EventType.RECORD, Duration.ofSeconds(-1)),
                settings -> settings.validity(Duration.ZERO),
                settings -> settings.validity(Duration.ofDays(2)),
                settings -> settings.allowTarget(" "),
                settings -> settings.workers(0),
                settings -> settings.workers(1001),
                settings -> settings.requestRate("CreateLiveCallbackRule", 0),
                settings -> settings.requestRate("CreateLiveCallbackRules", 1));
        for (Consumer<CssSimulator.Builder> setting : rejected) {
            assertThatIllegalArgumentException().isThrownBy(() -> setting.accept(CssSimulator.builder()));
        }
        assertThat(CssSimulator.builder().responseTimeout(Duration.ofDays(1)).validity(Duration.ofDays(1)))
                .as("the longest")
                .isNotNull();
    }

    @Test
    void anUninitialisedTlsContextIsRejectedAtOnce() throws NoSuchAlgorithmException {
        SSLContext raw = SSLContext.getInstance("TLS");

        assertThatIllegalStateException()
                .isThrownBy(() -> CssSimulator.builder().sslContext(raw));
    }

    @Test
    void requestRatesCanBeSet() {
        try (CssSimulator css = CssSimulator.builder()
                        .rateLimitsOff()
                        .requestRate("DescribeLiveCallbackRules", 1)
                        .start();
                CssCallbackClient client = ManagementClients.impatient(css)) {
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 20; i++) {
                            client.listRules();
                        }
                    })
                    .isInstanceOfSatisfying(
                            CssApiException.class, e -> assertThat(e.code()).isEqualTo("RequestLimitExceeded"));
        }
    }

    @Test
    void theApiComparesTimestampsWithTheConfiguredClock() {
        Clock fast = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(6));
        try (CssSimulator css = CssSimulator.builder().apiClock(fast).start();
                CssCallbackClient client = ManagementClients.impatient(css)) {
            assertThatThrownBy(client::listRules)
                    .isInstanceOfSatisfying(
                            CssApiException.class, e -> assertThat(e.code()).isEqualTo("AuthFailure.SignatureExpire"));
        }
    }
}
