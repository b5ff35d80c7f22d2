package io.github.csscallback.client.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.csscallback.client.credentials.Credentials;
import io.github.csscallback.core.field.SecretText;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class Tc3SignerTest {

    private static final Map<String, String> HEADERS =
            Map.of("content-type", "application/json", "host", "live.tencentcloudapi.com");
    private static final Credentials CREDENTIALS = Credentials.of("AKIDmadeUp", "madeUpKey");

    private final Tc3Signer signer = new Tc3Signer("live");

    private String sign(Credentials credentials, Instant at) {
        return signer.sign(Tc3Request.post(HEADERS, "{}".getBytes(UTF_8)), credentials, at)
                .authorization()
                .reveal();
    }

    @Test
    void theDateIsThatOfUtcUpToTheLastSecondOfTheDay() {
        assertThat(sign(CREDENTIALS, Instant.parse("2026-12-31T23:59:59.999Z"))).contains("/2026-12-31/live/");
        assertThat(sign(CREDENTIALS, Instant.parse("2027-01-01T00:00:00Z"))).contains("/2027-01-01/live/");
        assertThat(sign(CREDENTIALS, Instant.parse("2026-12-31T23:59:59Z"))).contains("/2026-12-31/live/");
    }

    @Test
    void aKeptKeyGivesTheSignatureOfAFreshOneAfterTheDayChanged() {
        Instant before = Instant.parse("2026-12-31T23:59:59Z");
        Instant after = Instant.parse("2027-01-01T00:00:00Z");
        String first = sign(CREDENTIALS, before);
        String second = sign(CREDENTIALS, after);

        assertThat(first).isNotEqualTo(second);
        assertThat(new Tc3Signer("live")
                        .sign(Tc3Request.post(HEADERS, "{}".getBytes(UTF_8)), CREDENTIALS, after)
                        .authorization()
                        .reveal())
                .isEqualTo(second);
        assertThat(sign(CREDENTIALS, before)).isEqualTo(first);
    }

    @Test
    void theDerivedKeyIsKeptForTheDayAndForTheSecretKey() {
        SecretText key = SecretText.of("madeUpKey");
        DerivedKey derived = signer.keyFor(key, "2026-12-31");

        assertThat(signer.keyFor(SecretText.of("madeUpKey"), "2026-12-31")).isSameAs(derived);
        assertThat(signer.keyFor(key, "2027-01-01")).isNotSameAs(derived);
        assertThat(signer.keyFor(SecretText.of("other"), "2027-01-01").key())
                .isNotEqualTo(signer.keyFor(key, "2027-01-01").key());
    }

    @Test
    void aTokenIsNotPartOfTheSignature() {
        Instant at = Instant.parse("2026-11-24T00:00:00Z");
        Credentials temporary = Credentials.temporary("AKIDmadeUp", "madeUpKey", "t".repeat(4096));

        assertThat(sign(temporary, at)).isEqualTo(sign(CREDENTIALS, at));
    }

    @Test
    void onlyTheWholeSecondsOfTheTimeCount() {
        assertThat(signer.sign(
                                Tc3Request.post(HEADERS, new byte[0]),
                                CREDENTIALS,
                                Instant.parse("2026-11-24T00:00:00.999Z"))
                        .timestamp())
                .isEqualTo(1795478400L);
    }

    @Test
    void headersAreTrimmedLoweredAndSorted() {
        Tc3Request request = Tc3Request.post(
                Map.of("X-TC-Action", "DescribeX", "Host", " LIVE.example ", "Content-Type", "Application/JSON"),
                new byte[0]);

        assertThat(request.headers())
                .containsExactly(
                        Map.entry("content-type", "application/json"),
                        Map.entry("host", "live.example"),
                        Map.entry("x-tc-action", "describex"));
    }

    @Test
    void hostAndContentTypeMustBeSigned() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tc3Request.post(Map.of("host", "h"), new byte[0]))
                .withMessageContaining("content-type and host");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tc3Request.post(Map.of("content-type", "c"), new byte[0]));
    }

    @Test
    void aHeaderWithALineEndIsRejectedWithoutItsValue() {
        for (String value : new String[] {"secret\nx", "secret\rx"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            Tc3Request.post(Map.of("host", "h", "content-type", "c", "x-tc-token", value), new byte[0]))
                    .withMessageContaining("x-tc-token")
                    .withMessageNotContaining("secret");
        }
    }

    @Test
    void nothingPrintsKeyOrSignature() {
        Tc3Signature signature =
                signer.sign(Tc3Request.post(HEADERS, new byte[0]), CREDENTIALS, Instant.parse("2026-11-24T00:00:00Z"));

        assertThat(signature.toString())
                .doesNotContain(signature.signature().reveal())
                .doesNotContain("Credential=");
        assertThat(signer.toString()).isEqualTo("Tc3Signer[live]");
        assertThat(signer.keyFor(SecretText.of("madeUpKey"), "2026-12-31").toString())
                .isEqualTo("DerivedKey[2026-12-31, live, ***]");
    }
}
