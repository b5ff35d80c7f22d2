package io.github.csscallback.core.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.csscallback.core.internal.SignedMembers;
import io.github.csscallback.testsupport.SettableClock;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureVerifierTest {

    private static final CallbackKey KEY = CallbackKey.of("abc123", "current");
    private static final Instant T = Instant.ofEpochSecond(1703732078);
    private static final String DIGITS = "1703732078";
    private static final String SIGN = "47fe04d374a6348b4b19161bf0f6172b";

    static List<VerifierVector> vectors() {
        return VerifierVector.all();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void findsTheResultOfTheVector(VerifierVector vector) {
        VerificationResult result =
                verifierAt(vector.now(), CallbackKeys.of(vector.keys())).verify("/css", vector.t(), vector.sign());

        assertThat(result.kind()).as(vector.id()).isEqualTo(vector.kind());
        assertThat(result.now()).isEqualTo(vector.now());
        Integer matching = vector.matching();
        assertThat(result.keyLabel()).isEqualTo(matching == null ? null : "key-" + (matching + 1));
        assertThat(result.isValid()).isEqualTo(vector.kind() == VerificationResult.Kind.VALID);
    }

    @ParameterizedTest
    @EnumSource(VerificationResult.Kind.class)
    void everyFindingHasVectors(VerificationResult.Kind kind) {
        assertThat(vectors()).extracting(VerifierVector::kind).contains(kind);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void tIsGivenWhereItHasItsForm(VerifierVector vector) {
        VerificationResult result =
                verifierAt(vector.now(), CallbackKeys.of(vector.keys())).verify(vector.t(), vector.sign());

        switch (vector.kind()) {
            case ABSENT, MALFORMED -> assertThat(result.t()).isNull();
            default ->
                assertThat(result.t()).isEqualTo(Instant.ofEpochSecond(Long.parseLong(String.valueOf(vector.t()))));
        }
    }

    @ParameterizedTest
    @ValueSource(chars = {'/', ':', '@', 'G', '`', 'g', ' ', '*', 'İ', '０'})
    void everyPlaceOfASignMustBeHexadecimal(char wrong) {
        for (int place = 0; place < SIGN.length(); place++) {
            String sign = SIGN.substring(0, place) + wrong + SIGN.substring(place + 1);
            assertThat(kindAt(T, DIGITS, sign)).as("place %s", place).isEqualTo(VerificationResult.Kind.MALFORMED);
        }
    }

    @Test
    void everyDigitOfASignCounts() {
        for (int place = 0; place < SIGN.length(); place++) {
            for (char digit : "0123456789abcdefABCDEF".toCharArray()) {
                String sign = SIGN.substring(0, place) + digit + SIGN.substring(place + 1);
                boolean same = Character.toLowerCase(digit) == SIGN.charAt(place);
                assertThat(kindAt(T, DIGITS, sign))
                        .as("place %s", place)
                        .isEqualTo(same ? VerificationResult.Kind.VALID : VerificationResult.Kind.MISMATCH);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(chars = {'/', ':', ' ', '.', '-', '+', 'e', '٣', '３', '\u0000', '\u0080'})
    void everyPlaceOfTMustBeADigit(char wrong) {
        for (int place = 0; place < DIGITS.length(); place++) {
            String t = DIGITS.substring(0, place) + wrong + DIGITS.substring(place + 1);
            assertThat(kindAt(T, t, SIGN)).as("place %s", place).isEqualTo(VerificationResult.Kind.MALFORMED);
        }
    }

    @Test
    void aMalformedPartIsReportedEvenBesideAMissingOne() {
        assertThat(kindAt(T, "x", null)).isEqualTo(VerificationResult.Kind.MALFORMED);
        assertThat(kindAt(T, null, "x")).isEqualTo(VerificationResult.Kind.MALFORMED);
        assertThat(kindAt(T, DIGITS, null)).isEqualTo(VerificationResult.Kind.MALFORMED);
        assertThat(kindAt(T, null, SIGN)).isEqualTo(VerificationResult.Kind.MALFORMED);
        assertThat(kindAt(T, null, null)).isEqualTo(VerificationResult.Kind.ABSENT);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            -, 47fe04d374a6348b4b19161bf0f6172b, sign is present but t is missing
            1703732078, -, t is present but sign is missing
            1703732078000, 47fe04d374a6348b4b19161bf0f6172b, 't has 13 digits, as a time in milliseconds; CSS sends seconds'
            17037320780000, 47fe04d374a6348b4b19161bf0f6172b, t is beyond the year 9999
            253402300800, 47fe04d374a6348b4b19161bf0f6172b, t is beyond the year 9999
            01703732078, 47fe04d374a6348b4b19161bf0f6172b, t is zero or has a leading zero
            '', 47fe04d374a6348b4b19161bf0f6172b, 't is empty, or neither a number nor a text'
            170373207.8, 47fe04d374a6348b4b19161bf0f6172b, t is not the digits of a Unix time alone
            1703732078, 47fe04d374a6348b4b19161bf0f6172, 'sign has 31 characters, not 32 hexadecimal digits'
            1703732078, '', sign is empty or not a text
            1703732078, 47fe04d374a6348b4b19161bf0f6172x, sign has a character that is not a hexadecimal digit
            """)
    void aMalformedSignatureIsExplainedWithoutItsValue(String t, String sign, String reason) {
        VerificationResult result = verifierAt(T, CallbackKeys.of(KEY)).verify(t, sign);
        assertThat(result.kind()).isEqualTo(VerificationResult.Kind.MALFORMED);
        assertThat(result.malformation()).isEqualTo(reason);
        assertThat(result.explanation()).startsWith(reason + "; ").doesNotContain("1703732", "47fe04");
    }

    @Test
    void onlyAMalformedSignatureHasAMalformation() {
        assertThat(verifierAt(T, CallbackKeys.of(KEY)).verify(DIGITS, SIGN).malformation())
                .isNull();
        assertThat(verifierAt(T, CallbackKeys.of(KEY)).verify(null, null).malformation())
                .isNull();
    }

    @Test
    void aPacketIsCheckedWhereItLies() {
        byte[] packet = ("xx" + DIGITS + "yyy" + SIGN + "z").getBytes(StandardCharsets.US_ASCII);
        SignatureVerifier verifier = verifierAt(T, CallbackKeys.of(KEY));

        assertThat(verifier.verify("", new SignedMembers(packet, 2, 12, 15, 47), T))
                .isEqualTo(VerificationResult.of(VerificationResult.Kind.VALID, "current", T, T));
        assertThat(verifier.verify("", new SignedMembers(packet, 2, 11, 15, 47), T)
                        .kind())
                .isEqualTo(VerificationResult.Kind.MISMATCH);
        assertThat(verifier.verify("", new SignedMembers(packet, 1, 12, 15, 47), T)
                        .kind())
                .isEqualTo(VerificationResult.Kind.MALFORMED);
        assertThat(verifier.verify("", new SignedMembers(packet, 2, 13, 15, 47), T)
                        .kind())
                .isEqualTo(VerificationResult.Kind.MALFORMED);
        assertThat(verifier.verify("", new SignedMembers(packet, 2, 12, 14, 46), T)
                        .kind())
                .isEqualTo(VerificationResult.Kind.MALFORMED);
        assertThat(verifier.verify("", new SignedMembers(packet, 2, 12, 15, 48), T)
                        .kind())
                .isEqualTo(VerificationResult.Kind.MALFORMED);
        assertThat(verifier.verify("", new SignedMembers(packet, -1, 0, -1, 0), T)
                        .kind())
                .isEqualTo(VerificationResult.Kind.ABSENT);
        assertThat(verifier.verify("", new SignedMembers(packet, 0, 0, -1, 0), T)
                        .kind())
                .isEqualTo(VerificationResult.Kind.MALFORMED);
    }

    @Test
    void theWindowOfTheBuilderDecides() {
        SignatureVerifier strict = SignatureVerifier.builder()
                .keys(CallbackKeys.of(KEY))
                .timestampTolerance(TimestampTolerance.of(Duration.ofSeconds(1), Duration.ZERO))
                .clock(Clock.fixed(T, ZoneOffset.UTC))
                .build();

        assertThat(strict.verify(DIGITS, SIGN).kind()).isEqualTo(VerificationResult.Kind.VALID);
        assertThat(strict.verify("1703732077", sign(1703732077)).kind()).isEqualTo(VerificationResult.Kind.EXPIRED);
        assertThat(strict.verify("1703732079", sign(1703732079)).kind()).isEqualTo(VerificationResult.Kind.VALID);
        assertThat(strict.verify("1703732080", sign(1703732080)).kind())
                .isEqualTo(VerificationResult.Kind.NOT_YET_VALID);
    }

    @Test
    void theClockIsAskedForEveryPacket() {
        SettableClock clock = SettableClock.at(T.minusSeconds(600));
        SignatureVerifier verifier = SignatureVerifier.builder()
                .keys(CallbackKeys.of(KEY))
                .clock(clock)
                .build();

        assertThat(verifier.verify(DIGITS, SIGN).kind()).isEqualTo(VerificationResult.Kind.VALID);
        clock.moveTo(T.plusSeconds(601));
        assertThat(verifier.verify(DIGITS, SIGN).kind()).isEqualTo(VerificationResult.Kind.EXPIRED);
        clock.moveTo(T.minusSeconds(901));
        assertThat(verifier.verify(DIGITS, SIGN).kind()).isEqualTo(VerificationResult.Kind.NOT_YET_VALID);
    }

    @Test
    void withoutABuilderTheSystemClockAndTheStandardWindowHold() {
        SignatureVerifier verifier = SignatureVerifier.of(CallbackKeys.of(KEY));
        Instant now = Instant.now();

        assertThat(verify(verifier, now.plusSeconds(600))).isEqualTo(VerificationResult.Kind.VALID);
        assertThat(verify(verifier, now.minusSeconds(540))).isEqualTo(VerificationResult.Kind.VALID);
        assertThat(verify(verifier, now.minusSeconds(660))).isEqualTo(VerificationResult.Kind.EXPIRED);
        assertThat(verify(verifier, now.plusSeconds(1000))).isEqualTo(VerificationResult.Kind.NOT_YET_VALID);
    }

    @Test
    void theTargetChoosesTheKeys() {
        CallbackKeys byTarget = target -> target.equals("/a?x=1") ? List.of(KEY) : List.of();
        SignatureVerifier verifier = verifierAt(T, byTarget);

        assertThat(verifier.verify("/a?x=1", DIGITS, SIGN).kind()).isEqualTo(VerificationResult.Kind.VALID);
        assertThat(verifier.verify("/a?x=1", DIGITS, SIGN).keyLabel()).isEqualTo("current");
        assertThat(verifier.verify("/b", DIGITS, SIGN).kind()).isEqualTo(VerificationResult.Kind.MISMATCH);
        assertThat(verifier.verify(DIGITS, SIGN).kind()).isEqualTo(VerificationResult.Kind.MISMATCH);
    }

    @Test
    void withoutATargetTheEmptyOneIsLookedUp() {
        List<String> asked = new ArrayList<>();
        verifierAt(T, target -> {
                    asked.add(target);
                    return List.of(KEY);
                })
                .verify(DIGITS, SIGN);

        assertThat(asked).containsExactly("");
    }

    @Test
    void keysAreNotLookedUpForWhatCannotBeSigned() {
        SignatureVerifier verifier = verifierAt(T, target -> {
            throw new AssertionError("asked for keys");
        });

        assertThat(verifier.verify(null, null).kind()).isEqualTo(VerificationResult.Kind.ABSENT);
        assertThat(verifier.verify("x", SIGN).kind()).isEqualTo(VerificationResult.Kind.MALFORMED);
    }

    @Test
    void aKeyWithoutALabelMatchesWithoutOne() {
        VerificationResult result =
                verifierAt(T, target -> List.of(CallbackKey.of("abc123"))).verify(DIGITS, SIGN);

        assertThat(result.isValid()).isTrue();
        assertThat(result.keyLabel()).isNull();
    }

    @Test
    void aFailingLookupIsTheCallersToSee() {
        SignatureVerifier verifier = verifierAt(T, target -> {
            throw new IllegalStateException("store is down");
        });

        assertThatThrownBy(() -> verifier.verify(DIGITS, SIGN)).hasMessage("store is down");
    }

    @Test
    void otherDigitsInTheLocaleChangeNothing() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(kindAt(T, DIGITS, SIGN)).isEqualTo(VerificationResult.Kind.VALID);
            assertThat(CallbackSigner.sign(KEY, T)).isEqualTo(SIGN);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void oneVerifierServesManyThreads() {
        SignatureVerifier verifier = verifierAt(T, CallbackKeys.of(CallbackKey.of("other"), KEY));

        assertThat(IntStream.range(0, 2000)
                        .parallel()
                        .mapToObj(i -> verifier.verify(
                                        Long.toString(T.getEpochSecond() + i % 100), sign(T.getEpochSecond() + i % 100))
                                .kind())
                        .collect(Collectors.toSet()))
                .containsExactly(VerificationResult.Kind.VALID);
    }

    @Test
    void aVerifierNeedsKeys() {
        assertThatIllegalStateException()
                .isThrownBy(() -> SignatureVerifier.builder().build())
                .withMessage("no callback keys: call keys(...)");
    }

    @Test
    @SuppressWarnings("NullAway") // that null is rejected is what is tested
    void nothingMayBeNull() {
        SignatureVerifier.Builder builder = SignatureVerifier.builder();
        assertThatNullPointerException().isThrownBy(() -> builder.keys(null)).withMessage("callbackKeys");
        assertThatNullPointerException()
                .isThrownBy(() -> builder.timestampTolerance(null))
                .withMessage("window");
        assertThatNullPointerException().isThrownBy(() -> builder.clock(null)).withMessage("source");
    }

    private static VerificationResult.Kind kindAt(Instant now, @Nullable String t, @Nullable String sign) {
        return verifierAt(now, CallbackKeys.of(KEY)).verify(t, sign).kind();
    }

    private static SignatureVerifier verifierAt(Instant now, CallbackKeys keys) {
        return SignatureVerifier.builder()
                .keys(keys)
                .clock(Clock.fixed(now, ZoneOffset.UTC))
                .build();
    }

    private static VerificationResult.Kind verify(SignatureVerifier verifier, Instant t) {
        return verifier.verify(Long.toString(t.getEpochSecond()), CallbackSigner.sign(KEY, t))
                .kind();
    }

    private static String sign(long t) {
        return CallbackSigner.sign(KEY, Instant.ofEpochSecond(t));
    }
}
