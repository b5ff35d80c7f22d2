package io.github.csscallback.testkit.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.csscallback.client.CssCallbackClient;
import io.github.csscallback.client.credentials.Credentials;
import io.github.csscallback.client.error.CssApiException;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.template.TemplateChange;
import io.github.csscallback.testkit.fixture.ManagementClients;
import io.github.csscallback.testkit.fixture.RawReceiver;
import io.github.csscallback.testkit.fixture.TestAccount;
import io.github.csscallback.testkit.internal.account.Route;
import io.github.csscallback.testkit.internal.post.ConnectionCut;
import io.github.csscallback.testkit.internal.post.Post;
import io.github.csscallback.testkit.internal.route.Destination;
import io.github.csscallback.testkit.simulator.fault.RandomFaults;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

/** What the simulator logs, prints and throws, whatever happens, has no key, no signature and no packet in it. */
@Timeout(30)
class SecretsTest {

    private static final CallbackKey OTHER_KEY = CallbackKey.of("another4711");
    private static final Pattern SIGN = Pattern.compile("\"sign\":\"([0-9a-f]{32})\"");

    private final Logger logger = (Logger) LoggerFactory.getLogger("io.github.csscallback.testkit");
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final List<String> said = new ArrayList<>();

    @BeforeEach
    void listen() {
        logged.start();
        logger.setLevel(Level.TRACE);
        logger.addAppender(logged);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(logged);
        logger.setLevel(null);
    }

    @Test
    void logsStringsAndExceptionsContainNoSecret() {
        List<String> secrets =
                new ArrayList<>(List.of(TestAccount.KEY.reveal(), OTHER_KEY.reveal(), "hush", "txSecret"));
        try (RawReceiver receiver = RawReceiver.responding("HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n");
                CssSimulator css = CssSimulator.builder()
                        .credentials("AKIDtest", "made-up-secret-key")
                        .propagation(Duration.ZERO)
                        .randomFaults(RandomFaults.seeded(3).probability(0.5))
                        .onAttempt(attempt -> said.add(attempt.toString()))
                        .onAttempt(attempt -> {
                            throw new IllegalStateException("listener");
                        })
                        .start();
                CssCallbackClient client = ManagementClients.of(css)) {
            secrets.add(css.api().secretKey());
            assertThat(css.api().secretKey()).isEqualTo("made-up-secret-key");
            URI address = URI.create(receiver.uri() + "/hush?token=hush");
            TestAccount.bindAll(css, address);
            client.modifyTemplate(
                    client.listTemplates().get(0).id(),
                    TemplateChange.builder().callbackKey(OTHER_KEY).build());
            for (EventType type : EventType.known()) {
                css.send(type, TestAccount.DOMAIN, TestAccount.APP, "room-1");
            }
            css.advance(Duration.ofMinutes(3));
            css.attempts().forEach(attempt -> {
                Matcher sign = SIGN.matcher(attempt.requestBodyText());
                if (sign.find()) {
                    secrets.add(sign.group(1));
                }
                said.add(String.valueOf(attempt.failure()));
            });
            css.events().forEach(delivery -> said.add(delivery.toString()));
            try {
                css.await().atMost(Duration.ZERO).settled();
            } catch (AssertionError e) {
                said.add(e.toString());
            }
            said.add(css.toString());
            said.add(css.api().toString());
            said.add(css.push(TestAccount.DOMAIN, TestAccount.APP, "room-1").toString());
            said.add(css.events().get(0).packet().toString());
            said.add(css.events().get(0).faults().toString());
            said.add(css.attempts().get(0).requestHeaders().toString());
        }
        logged.list.forEach(event -> said.add(event.getFormattedMessage()));
        assertThat(logged.list).hasSizeGreaterThan(40);
        assertThat(logged.list).anyMatch(event -> event.getLevel() == Level.WARN);
        assertThat(secrets).hasSizeGreaterThan(20);
        assertThat(said)
                .hasSizeGreaterThan(100)
                .allSatisfy(text -> assertThat(text).doesNotContain(secrets));
    }

    @Test
    void theSeedOfRandomFaultsIsLoggedWhenTheSimulatorStarts() {
        try (CssSimulator css =
                CssSimulator.builder().randomFaults(RandomFaults.seeded(4711)).start()) {
            assertThat(css.randomSeed()).isEqualTo(4711);
        }

        assertThat(logged.list)
                .filteredOn(event -> event.getLevel() == Level.INFO)
                .extracting(ILoggingEvent::getFormattedMessage)
                .anyMatch(line -> line.contains("seed 4711"))
                .anyMatch(line -> line.contains("http://127.0.0.1:"));
    }

    @Test
    void temporaryCredentialsAreAcceptedOnlyWithTheirToken() {
        try (CssSimulator css = CssSimulator.builder()
                .temporaryCredentials("AKIDtest", "made-up-secret-key", "made-up-token")
                .start()) {
            assertThat(css.api().token()).hasValue("made-up-token");
            assertThat(css.api()).asString().doesNotContain("made-up-token");
            try (CssCallbackClient client = ManagementClients.with(
                    Credentials.temporary("AKIDtest", "made-up-secret-key", "made-up-token"), css)) {
                assertThat(client.listTemplates()).isEmpty();
            }
            try (CssCallbackClient client =
                    ManagementClients.with(Credentials.of("AKIDtest", "made-up-secret-key"), css)) {
                assertThatThrownBy(client::listTemplates)
                        .isInstanceOfSatisfying(
                                CssApiException.class, e -> assertThat(e.code()).isEqualTo("AuthFailure.TokenFailure"));
            }
        }
    }

    @Test
    void internalStringsContainNoPath() {
        URI address = URI.create("http://127.0.0.1:9/hush?token=hush");
        Destination destination = new Destination.Address(address, TestAccount.KEY, OTHER_KEY);
        Route route = new Route.Bound(7, Map.of(EventType.RECORD, address.toString()), TestAccount.KEY, OTHER_KEY);
        Post post = new Post(address, new byte[] {1, 2, 3}, Duration.ofSeconds(1), ConnectionCut.NONE, Duration.ZERO);

        assertThat(List.of(destination, route, post))
                .extracting(Object::toString)
                .allSatisfy(
                        text -> assertThat(text).doesNotContain("hush", TestAccount.KEY.reveal(), OTHER_KEY.reveal()));
        assertThat(destination).hasToString("Address[127.0.0.1, signed]");
        assertThat(new Destination.Address(address, null, null)).hasToString("Address[127.0.0.1, unsigned]");
        assertThat(route).hasToString("Bound[template 7, [100 RecordEvent]]");
        assertThat(post).hasToString("Post[127.0.0.1, 3 bytes, NONE]");
    }

    @Test
    void credentialsAreGeneratedByDefault() {
        try (CssSimulator one = CssSimulator.start();
                CssSimulator two = CssSimulator.start()) {
            assertThat(one.api().secretId())
                    .matches("AKID[A-Za-z0-9]{32}")
                    .isNotEqualTo(two.api().secretId());
            assertThat(one.api().secretKey()).matches("[A-Za-z0-9]{32}");
            assertThat(one.api().token()).isEmpty();
        }
    }
}
