package io.github.csscallback.core.field;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsJsonTest {

    private static String json(String packet) {
        return JsonMembers.fields(packet).toJson();
    }

    private static void isWrittenAsItIs(String packet) {
        assertThat(json(packet)).isEqualTo(packet);
        assertThat(JsonMembers.fields(packet).toJsonWithCredentials()).isEqualTo(packet);
    }

    @Test
    void everyMemberIsWrittenAsItStandsInThePacket() {
        isWrittenAsItIs(
                "{\"event_type\":100,\"n\":null,\"yes\":true,\"no\":false,\"number\":\"1\",\"new\":{\"a\":[1,\"b\",{}]},"
                        + "\"none\":[],\"text\":\"a\\\"b\\\\c\\nd\",\"name \\\"quoted\\\" \\\\\":1}");
    }

    @Test
    void aNumberKeepsAllItsDigits() {
        isWrittenAsItIs("{\"a\":123456789012345678901234567890,\"b\":1.50,\"c\":-0.1}");
    }

    @Test
    void membersInATextStayAsTheyWereWritten() {
        isWrittenAsItIs("{\"msg\":\" {\\\"index\\\" : 1}\",\"callback_ext\":\"\"}");
    }

    @Test
    void theSignatureIsLeftOut() {
        String packet = "{\"t\":1,\"a\":2,\"sign\":\"x\"}";
        assertThat(json(packet)).isEqualTo("{\"a\":2}");
        assertThat(JsonMembers.fields(packet).toJsonWithCredentials()).isEqualTo("{\"a\":2}");
        assertThat(json("{\"sign\":\"x\"}")).isEqualTo("{}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stream_param", "to_url", "source_urls", "callback_url"})
    void aCredentialIsHiddenWhereverItStands(String name) {
        assertThat(json("{\"" + name + "\":\"5ecre7\"}")).isEqualTo("{\"" + name + "\":\"***\"}");
        assertThat(json("{\"data\":[{\"" + name + "\":5}]}")).isEqualTo("{\"data\":[{\"" + name + "\":\"***\"}]}");
        assertThat(json("{\"x\":\"{\\\"" + name + "\\\":\\\"5ecre7\\\",\\\"a\\\": 1}\"}"))
                .isEqualTo("{\"x\":\"{\\\"" + name + "\\\":\\\"***\\\",\\\"a\\\":1}\"}");
    }

    @Test
    void credentialsAreWrittenOnDemand() {
        isRevealed(
                "{\"stream_param\":\"5ecre7\",\"msg\":\"{\\\"url\\\": \\\"5ecre7\\\"}\",\"source_urls\":\"[\\\"5ecre7\\\"]\"}");
    }

    private static void isRevealed(String packet) {
        assertThat(JsonMembers.fields(packet).toJsonWithCredentials()).isEqualTo(packet);
        assertThat(json(packet)).doesNotContain("5ecre7");
    }

    @Test
    void eachAddressOfAListIsHidden() {
        assertThat(json("{\"source_urls\":\"[\\\"a\\\",\\\"b\\\"]\"}"))
                .isEqualTo("{\"source_urls\":\"[\\\"***\\\",\\\"***\\\"]\"}");
        assertThat(json("{\"source_urls\":[\"a\",{\"b\":[2,null]}]}"))
                .isEqualTo("{\"source_urls\":[\"***\",{\"b\":[\"***\",null]}]}");
    }

    @Test
    void whatIsNoSecretIsNotHidden() {
        isWrittenAsItIs(
                "{\"stream_param\":\"\",\"to_url\":null,\"url\":\"http://a/b\",\"data\":{\"url\":\"http://a/c\"}}");
    }

    @Test
    void theSourceInARelayMessageIsHiddenAlsoWhereTheMessageCannotBeRead() {
        assertThat(json("{\"msg\":{\"url\":\"5ecre7\"}}")).isEqualTo("{\"msg\":{\"url\":\"***\"}}");
        assertThat(json("{\"msg\":\"{\\\"url\\\":\\\"5ecre7\\\",}\"}")).isEqualTo("{\"msg\":\"***\"}");
        assertThat(json("{\"x\":\" {\\\"to_url\\\":\\\"5ecre7\\\",}\"}")).isEqualTo("{\"x\":\"***\"}");
        isWrittenAsItIs("{\"event_msg\":\"{text: hello}\",\"msg\":\"stopped\"}");
    }

    @Test
    void aPushAddressInAnUnknownMemberIsHidden() {
        assertThat(json("{\"new\":\"rtmp://a/b?txSecret=5ecre7\"}")).isEqualTo("{\"new\":\"***\"}");
        assertThat(json("{\"data\":{\"sign\":\"5ecre7\"}}")).isEqualTo("{\"data\":{\"sign\":\"***\"}}");
    }

    @Test
    void nothingInAPacketBreaksTheLine() {
        String odd = "\u007f\u0085\u2028\u2029";
        assertThat(json("{\"a" + odd + "\\n\":\"b" + odd + "\\r\\u001b\"}"))
                .isEqualTo("{\"a\\u007f\\u0085\\u2028\\u2029\\n\":\"b\\u007f\\u0085\\u2028\\u2029\\r\\u001B\"}");
    }

    @Test
    void fieldsAreEqualIfTheySayTheSame() {
        Fields fields = JsonMembers.fields("{\"a\":\"x\",\"b\":[1,{\"c\":null}],\"t\":1}");
        assertThat(fields)
                .isEqualTo(JsonMembers.fields("{\"sign\":\"s\",\"a\":\"\\u0078\", \"b\": [ 1, {\"c\":null} ] }"))
                .hasSameHashCodeAs(
                        JsonMembers.fields("{\"sign\":\"s\",\"a\":\"\\u0078\", \"b\": [ 1, {\"c\":null} ] }"));
        assertThat(fields)
                .isNotEqualTo(JsonMembers.fields("{\"a\":\"x\"}"))
                .isNotEqualTo(JsonMembers.fields("{\"b\":[1,{\"c\":null}],\"a\":\"x\"}"))
                .isNotEqualTo(JsonMembers.fields("{\"a\":\"x\",\"b\":[1,{\"c\":null}],\"d\":1}"))
                .isNotEqualTo(JsonMembers.fields("{\"a\":\"y\",\"b\":[1,{\"c\":null}]}"))
                .isNotEqualTo(JsonMembers.fields("{\"a\":\"x\",\"b\":[2,{\"c\":null}]}"))
                .isNotEqualTo(JsonMembers.fields("{\"a\":\"x\",\"b\":[1]}"))
                .isNotEqualTo(JsonMembers.fields("{\"a\":\"x\",\"b\":[1,{\"c\":null},2]}"))
                .isNotEqualTo(JsonMembers.fields("{\"a\":\"x\",\"b\":[1,{\"c\":1}]}"))
                .isNotEqualTo(JsonMembers.fields("{\"a\":\"x\",\"b\":[1,{\"c\":null,\"t\":1}]}"));
    }
}
