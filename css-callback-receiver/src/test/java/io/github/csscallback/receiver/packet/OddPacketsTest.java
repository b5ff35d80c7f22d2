package io.github.csscallback.receiver.packet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.core.event.CallbackEvent;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.signature.VerificationResult;
import io.github.csscallback.receiver.CallbackDecoder;
import io.github.csscallback.receiver.CallbackResponse;
import io.github.csscallback.receiver.Outcome;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What looks odd and is taken all the same, and where that ends. */
class OddPacketsTest {

    @ParameterizedTest
    @CsvSource({
        "100, 100",
        "'\"100\"', 100",
        "'\"-1\"', -1",
        "-1, -1",
        "0, 0",
        "-0, 0",
        "2147483647, 2147483647",
        "-2147483648, -2147483648"
    })
    void theEventTypeIsAnyIntegerOf32BitsInEitherForm(String written, int number) {
        assertThat(handled("\"event_type\":" + written).type()).isEqualTo(EventType.of(number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"event_type\":317,\"score\":[1],\"socre\":[1]",
                "\"event_type\":317,\"socre\":99,\"score\":null",
                "\"event_type\":338,\"data\":{\"subtitle_tmp_res\":[{\"steady_state\":true,\"stead_state\":true}]}",
                "\"event_type\":314,\"event_time\":1,\"appid\":1,\"appId\":1",
                "\"event_type\":345,\"score\":[1],\"socre\":[2]"
            })
    void twoSpellingsWithOneValueAreNoConflict(String members) {
        assertThat(handled(members)).isNotNull();
    }

    @Test
    void anUnknownTypeReachesTheHandlerWithAllItsMembers() {
        CallbackEvent event = handled("\"event_type\":999,\"new\":{\"a\":[1,2.50,\"x\\u0041\",null]}");

        assertThat(event.type().isKnown()).isFalse();
        assertThat(event.fields().json("new")).isEqualTo("{\"a\":[1,2.50,\"x\\u0041\",null]}");
    }

    @Test
    void anEscapedNameIsTheName() {
        assertThat(handled("\"\\u0065vent_type\":100,\"file\\u005fid\":\"1\"")
                        .fields()
                        .text("file_id"))
                .isEqualTo("1");
    }

    /** CSS never escapes a digit, and the verifier hashes what is written. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"t\":\"\\u0031703732078\",\"sign\":\"47fe04d374a6348b4b19161bf0f6172b\"",
                "\"t\":1703732078,\"sign\":\"\\u00347fe04d374a6348b4b19161bf0f6172b\""
            })
    void anEscapeInTheSignatureIsMalformed(String signature) {
        CallbackResponse response =
                Counter.open().post(("{\"event_type\":100," + signature + "}").getBytes(StandardCharsets.UTF_8));

        assertThat(response.status()).isEqualTo(403);
        assertThat(response.outcome().verificationResult())
                .extracting(VerificationResult::kind)
                .isEqualTo(VerificationResult.Kind.MALFORMED);
    }

    @Test
    void blanksBetweenTokensAreFree() {
        assertThat(Counter.open()
                        .post(
                                " \r\n\t{ \"event_type\"\n:\t100 , \"t\" : 1703732078 ,\"sign\":\"47fe04d374a6348b4b19161bf0f6172b\" } \n"
                                        .getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void boundsAreReachedBeforeTheyReject() {
        assertThat(handled("\"event_type\":999,\"deep\":" + "[".repeat(31) + "]".repeat(31)))
                .isNotNull();
        assertThat(handled("\"event_type\":999,\"" + "n".repeat(256) + "\":1")
                        .fields()
                        .names())
                .contains("n".repeat(256));
        assertThat(handled("\"event_type\":999,\"number\":" + "1".repeat(64))
                        .fields()
                        .text("number"))
                .isEqualTo("1".repeat(64));
    }

    @Test
    void aTypeThatIsMissingIsTakenForAnOldPictureWhereThatIsAllowed() {
        byte[] picture = SignedPackets.of("\"img\":\"i\",\"type\":[1],\"screenshotTime\":1,\"streamId\":\"s\"");

        assertThat(CallbackDecoder.withoutVerification(picture).event().type()).isEqualTo(EventType.of(317));
        assertThat(Counter.open().post(picture).outcome().explanation()).isEqualTo("unreadable: no event_type");
    }

    private static CallbackEvent handled(String members) {
        Counter counter = Counter.open();
        CallbackResponse response = counter.post(SignedPackets.of(members));

        assertThat(response.outcome().kind())
                .as(response.outcome().explanation())
                .isEqualTo(Outcome.Kind.HANDLED);
        return counter.dispatched().get(0).event();
    }
}
