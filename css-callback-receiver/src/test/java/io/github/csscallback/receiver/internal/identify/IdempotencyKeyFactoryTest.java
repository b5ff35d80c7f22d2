package io.github.csscallback.receiver.internal.identify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.receiver.idempotency.IdempotencyKey;
import io.github.csscallback.receiver.internal.read.PacketReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken for the same delivery, and what is not. Members are written with ' for ". */
class IdempotencyKeyFactoryTest {

    private static final String PUSH =
            "'event_type':1,'appid':1,'app':'d','appname':'p','stream_id':'s','sequence':'7','event_time':1";

    private final IdempotencyKeyFactory keys = new IdempotencyKeyFactory(true);
    private final PacketReader reader = new PacketReader(true);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'event_type':0,'sequence':'7'
            'event_type':1,'sequence':'7'
            'event_type':8,'mix_session_id':'m'
            'event_type':100,'file_id':'f','video_url':'u'
            'event_type':200,'pic_url':'p'
            'event_type':314,'event_time':'1712893433','callback_event':'TaskStart'
            'event_type':315,'request_id':'r'
            'event_type':317,'img':'i','screenshotTime':1610640000
            'event_type':321,'sequence':'7','data_time':1
            'event_type':328,'event_name':'StreamBroken','event_time':1
            'event_type':332,'session_id':'s','record_event':'record_ended','seq':'1'
            'event_type':338,'task_id':'t'
            'event_type':341,'session_id':'s'
            'event_type':343,'class':'Blur'
            'event_type':344,'class':'PSNR'
            'event_type':347,'task_id':'t'
            'event_type':348,'begin_time':1
            'event_type':349,'items':[]
            'event_type':999,'what':'ever'
            """)
    void aRetryOfAnyTypeMerges(String event) {
        IdempotencyKey first = id(event + ",'t':1,'sign':'a','sendTime':1,'callback_url':'http://a'");

        assertThat(id(event + ",'t':2,'sign':'b','sendTime':2,'callback_url':'http://b'"))
                .isEqualTo(first);
        assertThat(id(event)).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0, 'sequence':'7'                                              | 'sequence':'8'
            1, 'sequence':'7'                                              | 'sequence':'8'
            100, 'file_id':'f','video_url':'u'                             | 'file_id':'g','video_url':'u'
            100, 'file_id':'f','video_url':'u'                             | 'file_id':'f','video_url':'v'
            332, 'session_id':'s','record_event':'e','seq':'1'             | 'session_id':'x','record_event':'e','seq':'1'
            332, 'session_id':'s','record_event':'e','seq':'1'             | 'session_id':'s','record_event':'x','seq':'1'
            332, 'session_id':'s','record_event':'e','seq':'1'             | 'session_id':'s','record_event':'e','seq':'2'
            315, 'request_id':'r'                                          | 'request_id':'q'
            317, 'img':'i','screenshotTime':5                              | 'img':'j','screenshotTime':5
            317, 'img':'i','screenshotTime':5                              | 'img':'i','screenshotTime':6
            """)
    void anotherOwnKeySplitsAndNothingElseInTheBodyDoes(String one, String other) {
        String type = "'event_type':" + one.substring(0, one.indexOf(',')) + ",";
        String members = one.substring(one.indexOf(',') + 1);
        IdempotencyKey first = id(type + members);

        assertThat(id(type + other)).isNotEqualTo(first);
        assertThat(id(type + "'event_time':3," + members + ",'new':{'deep':[1]}"))
                .isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"8", "200", "321", "328", "338", "341", "343", "344", "345", "347", "348", "349", "999", "-1"})
    void typesWithoutAnOwnKeySplitByAnyMember(String type) {
        String event = "'event_type':" + type + ",'sequence':'7','file_id':'f','video_url':'u','request_id':'r'";
        IdempotencyKey first = id(event + ",'data_time':1");

        assertThat(id(event + ",'data_time':2")).isNotEqualTo(first);
        assertThat(id(event + ",'data_time':'1'")).isNotEqualTo(first);
        assertThat(id(event + ",'time_data':1")).isNotEqualTo(first);
        assertThat(id(event + ",'data_time':1,'new':null")).isNotEqualTo(first);
        assertThat(id(event)).isNotEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "''",
                "'0'",
                "'000000000000000000'",
                "' '",
                "' 0 '",
                "0",
                "null",
                "true",
                "['7']",
                "{'a':'7'}",
                "-0",
                "0.0",
                "-0.00",
                "0e5",
                "'-0'",
                "'0.0'",
                "'+0'",
                "'.0'",
                "'0E-3'",
                "'\\u0030'",
                "' -0.0 '",
                "'\\t'",
                "'\\r\\n'",
                "'\\u00a0'",
                "'\u3000'",
                "'\u200b'",
                "'null'",
                "'NULL'",
                "' null '",
                "'N/A'",
                "'n/a'",
                "'NA'",
                "'none'",
                "'nil'",
                "'undefined'",
                "'NaN'",
                "'unknown'",
                "'-'"
            })
    void anIdentityThatSaysNothingFallsBackToAllMembers(String sequence) {
        String event = "'event_type':1,'stream_id':'s','sequence':" + sequence;
        IdempotencyKey first = id(event + ",'event_time':1");

        assertThat(id(event + ",'event_time':2")).isNotEqualTo(first);
        assertThat(id(event + ",'event_time':1,'t':9")).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'7'",
                "7",
                "'00100'",
                "'a'",
                "-1",
                "'0.1'",
                "'0x0'",
                "'0e'",
                "'nulls'",
                "'\\u0031'",
                "'None of the placeholders'"
            })
    void anIdentityWithContentIsEnough(String sequence) {
        String event = "'event_type':1,'stream_id':'s','sequence':" + sequence;

        assertThat(id(event + ",'event_time':2")).isEqualTo(id(event + ",'event_time':1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'event_type':100,'file_id':'f'",
                "'event_type':100,'video_url':'u'",
                "'event_type':100,'file_id':'f','video_url':''",
                "'event_type':332,'session_id':'s','record_event':'e'",
                "'event_type':332,'session_id':'s','seq':'1'",
                "'event_type':332,'record_event':'e','seq':'1'",
                "'event_type':317,'img':'i'",
                "'event_type':317,'screenshotTime':5",
                "'event_type':317,'img':'i','screenshotTime':0",
                "'event_type':315",
                "'event_type':0",
                "'event_type':1"
            })
    void halfAnOwnKeyFallsBackToAllMembers(String event) {
        assertThat(id(event + ",'x':2")).isNotEqualTo(id(event + ",'x':1"));
    }

    @Test
    void thePictureAloneIsNotEnough() {
        String event = "'event_type':317,'img':'i','screenshotTime':5,";
        String half = "'event_type':317,'img':'i','screenshotTime':0,";

        assertThat(id(event + "'x':1")).isNotEqualTo(id(half + "'x':1"));
    }

    @Test
    void ownKeyAndFallbackNeverMeet() {
        // An own key of one member against a fallback whose only member is the same.
        assertThat(id("'event_type':1,'sequence':'7'")).isNotEqualTo(id("'event_type':2,'sequence':'7'"));
        assertThat(id("'event_type':321,'sequence':'7'")).isNotEqualTo(id("'event_type':1,'sequence':'7'"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'event_type':1   | 'event_type':0
            'appid':1        | 'appid':2
            'app':'d'        | 'app':'e'
            'appname':'p'    | 'appname':'q'
            'stream_id':'s'  | 'stream_id':'S'
            """)
    void theStreamAndItsAccountSplit(String part, String other) {
        assertThat(id(PUSH.replace(part, other))).isNotEqualTo(id(PUSH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"domain", "path", "streamId", "app", "appname", "stream_id", "appid"})
    void everySpellingOfThePrefixCounts(String name) {
        String event = "'event_type':315,'request_id':'r'";

        assertThat(id(event + ",'" + name + "':'a'"))
                .isNotEqualTo(id(event + ",'" + name + "':'b'"))
                .isNotEqualTo(id(event));
    }

    @Test
    void anEmptyPrefixIsNotAMissingOne() {
        String event = "'event_type':315,'request_id':'r'";

        assertThat(id(event + ",'domain':''")).isNotEqualTo(id(event));
        assertThat(id(event + ",'domain':'','path':'a'")).isNotEqualTo(id(event + ",'domain':'a','path':''"));
    }

    @Test
    void adjacentPartsAreNeverAmbiguous() {
        Map<IdempotencyKey, String> seen = new HashMap<>();
        String[] values = {"", "a", "aa", "ab", "b", "ba", "abc", "c", "bc"};
        for (String file : values) {
            for (String url : values) {
                for (String app : values) {
                    String event =
                            "'event_type':100,'app':'" + app + "','file_id':'1" + file + "','video_url':'2" + url + "'";
                    assertThat(seen.put(id(event), event)).isNull();
                }
            }
        }
    }

    @Test
    void namesAndValuesOfTheFallbackAreNeverAmbiguous() {
        assertThat(id("'event_type':200,'ab':'c'")).isNotEqualTo(id("'event_type':200,'a':'bc'"));
        assertThat(id("'event_type':200,'a':'b','c':'d'")).isNotEqualTo(id("'event_type':200,'a':'b\\',\\'c\\':\\'d'"));
        assertThat(id("'event_type':200,'a':'1'")).isNotEqualTo(id("'event_type':200,'a':1"));
        assertThat(id("'event_type':200,'a':'null'")).isNotEqualTo(id("'event_type':200,'a':null"));
        assertThat(id("'event_type':200,'a':[1,2]")).isNotEqualTo(id("'event_type':200,'a':[1],'b':2"));
    }

    @Test
    void theOrderOfMembersDoesNotMatterInTheFallback() {
        assertThat(id("'event_type':200,'a':1,'b':{'x':1,'y':2},'c':'3'"))
                .isEqualTo(id("'c':'3','b':{'x':1,'y':2},'event_type':200,'a':1"));
        assertThat(id("'event_type':200,'a':1,'b':2")).isNotEqualTo(id("'event_type':200,'a':2,'b':1"));
    }

    @Test
    void theSpaceBetweenMembersDoesNotMatterInTheFallback() {
        assertThat(id("'event_type' : 200 ,\n 'a' : 1")).isEqualTo(id("'event_type':200,'a':1"));
    }

    @Test
    void theOrderOfMembersDoesNotMatterWithAnOwnKey() {
        assertThat(id("'sequence':'7','stream_id':'s','event_type':1"))
                .isEqualTo(id("'event_type':1,'stream_id':'s','sequence':'7'"));
    }

    @Test
    void timeOfSendingIsContentOnlyUnderItsOwnNames() {
        String event = "'event_type':200";

        assertThat(id(event + ",'sendtime':1")).isNotEqualTo(id(event + ",'sendtime':2"));
        assertThat(id(event + ",'data':{'t':1}")).isNotEqualTo(id(event + ",'data':{'t':2}"));
    }

    @Test
    void targetsSplit() {
        assertThat(id("/a", true, PUSH)).isNotEqualTo(id("/b", true, PUSH));
        assertThat(id("/a", true, PUSH)).isNotEqualTo(id("/a?x=1", true, PUSH));
        assertThat(id("/a", true, PUSH)).isEqualTo(id("/a", true, PUSH));
    }

    @Test
    void withKeysForEveryTargetTheQueryDoesNotSplit() {
        IdempotencyKeyFactory fixed = new IdempotencyKeyFactory(false);
        byte[] body = "{\"event_type\":1,\"sequence\":\"7\"}".getBytes(StandardCharsets.UTF_8);
        IdempotencyKey first = fixed.keyOf("/a", true, reader.read(body));

        assertThat(fixed.keyOf("/a?trace=1", true, reader.read(body))).isEqualTo(first);
        assertThat(fixed.keyOf("/a?", true, reader.read(body))).isEqualTo(first);
        assertThat(fixed.keyOf("/b", true, reader.read(body))).isNotEqualTo(first);
        assertThat(fixed.keyOf("/b?/a", true, reader.read(body))).isNotEqualTo(first);
    }

    @Test
    void signedAndUnsignedSplit() {
        assertThat(id("/a", false, PUSH)).isNotEqualTo(id("/a", true, PUSH));
        assertThat(id("/a", false, PUSH)).isEqualTo(id("/a", false, PUSH));
    }

    @Test
    void aRelayEventWithoutATimeHasNone() {
        assertThat(idOrNone("'event_type':314,'callback_event':'TaskExit'")).isNull();
        assertThat(idOrNone("'event_type':314,'callback_event':'TaskExit','event_time':'1712893433'"))
                .isNotNull();
        assertThat(idOrNone("'event_type':315,'callback_event':'TaskExit'")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "''", "' '", "0", "'0'"})
    void aRelayEventWithoutATellingTimeHasNone(String time) {
        assertThat(idOrNone("'event_type':314,'callback_event':'TaskExit','event_time':" + time))
                .isNull();
    }

    @Test
    void oldPicturesWithoutAnEventTypeHaveTheirOwnKeyToo() {
        String picture = "'img':'i','type':[1],'screenshotTime':5,'streamId':'s'";

        assertThat(id(picture)).isEqualTo(id(picture + ",'confidence':3"));
        assertThat(id(picture)).isEqualTo(id(picture + ",'event_type':317"));
    }

    @Test
    void aSpellingOfTheTypeDoesNotSplitWhereThereIsAnOwnKey() {
        assertThat(id("'event_type':'1','sequence':'7'")).isEqualTo(id("'event_type':1,'sequence':'7'"));
    }

    @Test
    void anIdentityIsTheSameInEveryProcess() {
        // Computed outside the Java code; a store of several processes compares what they computed.
        assertThat(id("/css", true, PUSH))
                .isEqualTo(id("/css", true, PUSH))
                .hasToString("146333c7f646d3bd61b4c92211e2a90f");
        assertThat(id("'event_type':200,'app':'d','b':[1, 2],'a':'x','t':1"))
                .hasToString("1d7a7efe537f8e17267d88f61718c373");
    }

    private IdempotencyKey id(String members) {
        return id("/css", true, members);
    }

    private IdempotencyKey id(String target, boolean signed, String members) {
        return Objects.requireNonNull(idOrNone(target, signed, members));
    }

    private @Nullable IdempotencyKey idOrNone(String members) {
        return idOrNone("/css", true, members);
    }

    private @Nullable IdempotencyKey idOrNone(String target, boolean signed, String members) {
        byte[] body = ("{"
                        + members.replace("\\'", "\\\u0001").replace('\'', '"').replace('\u0001', '"') + "}")
                .getBytes(StandardCharsets.UTF_8);
        return keys.keyOf(target, signed, reader.read(body));
    }
}
