package io.github.csscallback.client.credentials;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.github.csscallback.testsupport.SettableClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CvmRoleCredentialsTest {

    private static final String PLACE = "/latest/meta-data/cam/security-credentials/";
    private static final Instant NOW = Instant.parse("2026-11-24T04:00:00Z");
    private static final WireMockServer METADATA =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

    private final SettableClock clock = SettableClock.at(NOW);
    private final CvmRoleCredentials provider = builder().build();

    private CvmRoleCredentials.Builder builder() {
        return CvmRoleCredentials.builder()
                .service(URI.create("http://127.0.0.1:" + METADATA.port()))
                .clock(clock)
                .timeout(Duration.ofSeconds(5));
    }

    @BeforeAll
    static void start() {
        METADATA.start();
    }

    @BeforeEach
    void reset() {
        METADATA.resetAll();
        METADATA.stubFor(get(PLACE).willReturn(aResponse().withBody("my-role\n")));
    }

    @AfterEach
    void close() {
        provider.close();
    }

    @AfterAll
    static void stop() {
        METADATA.stop();
    }

    private static void gives(ResponseDefinitionBuilder response) {
        METADATA.stubFor(get(PLACE + "my-role").willReturn(response));
    }

    private static ResponseDefinitionBuilder credentials(String id, Instant end) {
        return aResponse()
                .withBody(
                        "{\"TmpSecretId\":\"" + id + "\",\"TmpSecretKey\":\"key\",\"Token\":\"token\",\"ExpiredTime\":"
                                + end.getEpochSecond() + ",\"Code\":\"Success\"}");
    }

    private static int asked() {
        return METADATA.countRequestsMatching(
                        getRequestedFor(urlEqualTo(PLACE + "my-role")).build())
                .getCount();
    }

    private static CredentialsException failure(CvmRoleCredentials provider) {
        return catchThrowableOfType(CredentialsException.class, provider::get);
    }

    @Test
    void theCredentialsOfTheBoundRoleAreGivenAndKept() {
        gives(credentials("id1", NOW.plusSeconds(7200)));

        Credentials credentials = provider.get();

        assertThat(credentials)
                .isEqualTo(new Credentials(
                        "id1",
                        Credentials.of("a", "key").secretKey(),
                        Credentials.of("a", "token").secretKey(),
                        NOW.plusSeconds(7200)));
        assertThat(provider.get()).isSameAs(credentials);
        assertThat(asked()).isEqualTo(1);
    }

    @Test
    void theyAreFetchedAnewFiveMinutesBeforeTheyEnd() {
        gives(credentials("id1", NOW.plusSeconds(7200)));
        provider.get();
        gives(credentials("id2", NOW.plusSeconds(14400)));

        clock.moveTo(NOW.plusSeconds(6899));
        assertThat(provider.get().secretId()).isEqualTo("id1");
        clock.moveTo(NOW.plusSeconds(6900));
        assertThat(provider.get().secretId()).isEqualTo("id2");
    }

    @Test
    void theOldOnesAreUsedWhileNewOnesCannotBeHadAndTheServiceIsNotPressed() {
        gives(credentials("id1", NOW.plusSeconds(7200)));
        provider.get();
        gives(aResponse().withStatus(500).withBody("{}"));

        clock.moveTo(NOW.plusSeconds(6900));
        assertThat(provider.get().secretId()).isEqualTo("id1");
        assertThat(provider.get().secretId()).isEqualTo("id1");
        assertThat(asked()).isEqualTo(2);
        clock.moveTo(NOW.plusSeconds(6910));
        assertThat(provider.get().secretId()).isEqualTo("id1");
        assertThat(asked()).isEqualTo(3);

        clock.moveTo(NOW.plusSeconds(7200));
        assertThat(failure(provider)).hasMessageContaining("status 500");

        gives(credentials("id2", NOW.plusSeconds(14400)));
        assertThat(provider.get().secretId()).isEqualTo("id2");
    }

    @Test
    void rejectedOnesAreFetchedAnew() {
        gives(credentials("id1", NOW.plusSeconds(7200)));
        Credentials rejected = provider.get();
        gives(credentials("id2", NOW.plusSeconds(7200)));

        provider.invalidate(Credentials.of("other", "k"));
        assertThat(provider.get().secretId()).isEqualTo("id1");
        provider.invalidate(rejected);
        assertThat(provider.get().secretId()).isEqualTo("id2");
    }

    @Test
    void anInstanceWithoutARoleHasNone() {
        METADATA.stubFor(get(PLACE).willReturn(aResponse().withStatus(404)));

        assertThat(failure(provider))
                .hasMessageContaining("no role is bound")
                .satisfies(e -> assertThat(e.isAbsent()).isTrue());
    }

    @Test
    void aRoleThatIsNamedSavesARequest() {
        gives(credentials("id1", NOW.plusSeconds(7200)));
        try (CvmRoleCredentials named = builder().role("my-role").build()) {
            assertThat(named.get().secretId()).isEqualTo("id1");
        }
        assertThat(METADATA.getAllServeEvents()).hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CvmRoleCredentials.builder().role("a/b"));
    }

    @Test
    void withoutTheSecondsOfTheEndItsTextIsRead() {
        gives(aResponse()
                .withBody("{\"TmpSecretId\":\"id\",\"TmpSecretKey\":\"key\",\"Token\":\"token\","
                        + "\"Expiration\":\"2026-11-24T06:00:00Z\",\"Code\":\"Success\"}"));

        assertThat(provider.get().expiresAt()).isEqualTo(Instant.parse("2026-11-24T06:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>theKey",
                "{\"Code\":\"Failed\",\"TmpSecretKey\":\"theKey\"}",
                "{\"Code\":\"Success\",\"TmpSecretId\":\"i\",\"TmpSecretKey\":\"theKey\",\"Token\":\"t\"}",
                "{\"Code\":\"Success\",\"TmpSecretKey\":\"theKey\",\"Token\":\"t\",\"ExpiredTime\":1}",
                "{\"Code\":\"Success\",\"TmpSecretId\":\"i\",\"TmpSecretKey\":\"theKey\",\"ExpiredTime\":1}",
                "{\"Code\":\"Success\",\"TmpSecretId\":\"i\\n\",\"TmpSecretKey\":\"theKey\",\"Token\":\"t\",\"ExpiredTime\":1}"
            })
    void aResponseThatIsNotCompleteIsUnusableAndNotShown(String body) {
        gives(aResponse().withBody(body));

        assertThat(failure(provider))
                .hasMessageContaining("my-role")
                .hasMessageNotContaining("theKey")
                .satisfies(e -> assertThat(e.isAbsent()).isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../x", "a b", "<html>"})
    void aRoleNameThatIsNoneIsNotAskedFor(String name) {
        METADATA.stubFor(get(PLACE).willReturn(aResponse().withBody(name)));

        assertThat(failure(provider)).hasMessageContaining("no role name");
        assertThat(METADATA.getAllServeEvents()).hasSize(1);
    }

    @Test
    void aServiceThatDoesNotRespondIsWaitedForOnlySoLong() {
        gives(aResponse().withFixedDelay(20_000));
        try (CvmRoleCredentials impatient =
                builder().role("my-role").timeout(Duration.ofMillis(200)).build()) {
            assertThat(failure(impatient))
                    .hasMessageContaining("gave no response")
                    .satisfies(e -> assertThat(e.isAbsent()).isTrue());
        }
    }

    @Test
    void redirectsAreNotFollowed() {
        gives(aResponse().withStatus(302).withHeader("Location", "/elsewhere"));
        METADATA.stubFor(get("/elsewhere").willReturn(credentials("id", NOW.plusSeconds(7200))));

        assertThat(failure(provider)).isNotNull();
        assertThat(asked()).isEqualTo(1);
    }
}
