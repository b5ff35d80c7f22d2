package io.github.csscallback.cli.simulate.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be done is rejected with the member and the reason, and changes nothing. */
class WrongRequestsTest {

    private static final String BINDING = "{\"domain\":\"%s\",\"app\":\"%s\",\"url\":\"http://127.0.0.1:9/\"}";

    private final Steered css = Steered.simulated();

    @AfterEach
    void stop() {
        css.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/streams | {} | domain | it is missing",
                "/streams | {\"domain\":null,\"app\":\"live\",\"stream\":\"a\"} | domain | it is missing",
                "/streams | {\"domain\":\" \",\"app\":\"live\",\"stream\":\"a\"} | domain | must not be blank",
                "/streams | {\"domain\":1,\"app\":\"live\",\"stream\":\"a\"} | domain | must be a text",
                "/streams | {\"domian\":\"a\"} | domian | there are domain, app, stream, with, without",
                "/streams | {\"domain\":\"d\",\"app\":\"a\",\"stream\":\"s\",\"with\":[]} | with | must be an object",
                "/streams | {\"domain\":\"d\",\"app\":\"a\",\"stream\":\"s\",\"with\":{\"t\":1}} | with.t | POST /faults",
                "/streams | {\"domain\":\"d\",\"app\":\"a\",\"stream\":\"s\",\"without\":[\"sign\"]} | without.sign |"
                        + " POST /faults",
                "/streams | {\"domain\":\"d\",\"app\":\"a\",\"stream\":\"s\",\"without\":[\"nope\"]} | without.nope |"
                        + " has no member nope",
                "/streams | {\"domain\":\"d\",\"app\":\"a\",\"stream\":\"s\",\"without\":\"t\"} | without | must be a list",
                "/streams | {\"domain\":\"d\",\"app\":\"a\",\"stream\":\"s\",\"without\":[1]} | without[0] | must be a text",
                "/streams | {\"domain\":\"d\",\"app\":\"\",\"stream\":\"s\"} | app | must not be blank",
                "/streams | {\"domain\":\"d\",\"app\":\" \",\"stream\":\"s\"} | app | must not be blank",
                "/events | {\"event\":100,\"domain\":\"d\",\"app\":\"\",\"stream\":\"s\"} | app | must not be blank",
                "/events | {\"event\":\"NoSuchEvent\",\"stream\":\"a\"} | event | AudioAuditEvent",
                "/events | {\"event\":true,\"stream\":\"a\"} | event | must be a text",
                "/events | {\"event\":1.5,\"stream\":\"a\"} | event | must be a text",
                "/events | {\"event\":\"RecordEvent\",\"stream\":\"a\",\"app\":\"live\"} | domain | it is missing",
                "/clock/advance | {} | seconds | it is missing",
                "/clock/advance | {\"seconds\":\"600\"} | seconds | must be a number",
                "/clock/advance | {\"seconds\":-1} | seconds | from 0 to 31622400",
                "/clock/advance | {\"seconds\":1e99} | seconds | from 0 to",
                "/clock/advance | {\"secs\":1} | secs | there are seconds",
                "/settle | {\"seconds\":601} | seconds | from 0 to 600",
                "/reset | {\"all\":true} | all | takes none",
                "/faults | {} | faults | it is missing",
                "/faults | {\"faults\":\"duplicate\"} | faults | must be a list",
                "/faults | {\"faults\":[7]} | faults[0] | a text or an object",
                "/faults | {\"faults\":[\"duplicate\",\"wrongKey\"]} | faults[1].fault | duplicate, reordered, held-back,",
                "/faults | {\"faults\":[{\"seconds\":1}]} | faults[0].fault | it is missing",
                "/faults | {\"faults\":[\"held-back\"]} | faults[0].seconds | it is missing",
                "/faults | {\"faults\":[{\"fault\":\"held-back\",\"seconds\":0}]} | faults[0].seconds | above 0, up to 604800",
                "/faults | {\"faults\":[{\"fault\":\"held-back\",\"seconds\":1e-10}]} | faults[0].seconds | above 0",
                "/faults | {\"faults\":[{\"fault\":\"held-back\",\"seconds\":604801}]} | faults[0].seconds | up to 604800",
                "/faults | {\"faults\":[{\"fault\":\"duplicate\",\"seconds\":1}]} | faults[0].seconds | has no time",
                "/faults | {\"faults\":[{\"fault\":\"duplicate\",\"attempts\":0}]} | faults[0].attempts | \"every\"",
                "/faults | {\"faults\":[{\"fault\":\"duplicate\",\"attempts\":\"all\"}]} | faults[0].attempts | \"every\"",
                "/faults | {\"faults\":[{\"fault\":\"signature-kept\",\"attempts\":2}]} | faults[0].attempts |"
                        + " signature-kept affects the event as a whole",
                "/faults | {\"faults\":[{\"fault\":\"duplicate\",\"times\":2}]} | faults[0].times | there are fault, seconds",
                "/faults | {\"faults\":[\"wrong-key\",\"old-key\"]} | faults | wrong-key and old-key contradict each other",
                "/faults | {\"faults\":[],\"event\":\"Nope\"} | event | RecordEvent",
                "/bindings | {\"domain\":\"d\",\"app\":\"a\"} | url | url or notify_urls",
                "/bindings | {\"domain\":\"d\",\"app\":\"a\",\"url\":\"ftp://a\"} | url | http",
                "/bindings | {\"domain\":\"d\",\"app\":\"a\",\"url\":\"a b\"} | url | no address",
                "/bindings | {\"domain\":\"d\",\"app\":\"a\",\"notify_urls\":{\"NopeUrl\":\"http://a\"}} |"
                        + " notify_urls.NopeUrl | RecordNotifyUrl",
                "/bindings | {\"domain\":\"d\",\"app\":\"a\",\"notify_urls\":{\"RecordNotifyUrl\":1}} |"
                        + " notify_urls.RecordNotifyUrl | must be a text",
                "/bindings | {\"domain\":\"d\",\"app\":\"a\",\"url\":\"http://a\",\"key\":\"s3 cret\"} | key | white space",
                "/notify-urls | {\"event\":\"RecordEvent\",\"url\":\"http://127.0.0.1/\"} | event | RecordNotifyUrl",
                "/notify-urls | {\"event\":\"RelayEvent\",\"url\":\"ftp://127.0.0.1/\"} | url | http"
            })
    void aWrongBodyGets400WithFieldAndReason(String path, String body, String field, String reason) throws Exception {
        Steered.Response rejected = css.post(path, body);

        assertThat(rejected.status()).isEqualTo(400);
        assertThat(rejected.field()).isEqualTo(field);
        assertThat(rejected.reason()).contains(reason).doesNotContain("s3 cret");
        assertThat(css.css().events()).isEmpty();
        assertThat(css.css().liveStreams()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "\"a\"",
                "null",
                "{\"seconds\":1}{}",
                "{\"seconds\":1,\"seconds\":2}",
                "{'seconds':1}",
                "\u00ff"
            })
    void whatIsNoJsonObjectIsRejectedWithoutRepeatingIt(String body) throws Exception {
        Steered.Response rejected = css.post("/clock/advance", body);

        assertThat(rejected.status()).isEqualTo(400);
        assertThat(rejected.reason()).startsWith("the body").doesNotContain("seconds");
        assertThat(rejected.json().has("field")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"seconds\":1e-99999999999} | a number",
                "{\"seconds\":1e99999999999} | a number",
                "{\"seconds\":1<1000*0>} | a number",
                "{\"seconds\":<1001*[>} | nested"
            })
    void whatIsBeyondEveryBoundIsSaidToBe(String body, String reason) throws Exception {
        Steered.Response rejected = css.post("/clock/advance", repeated(body));

        assertThat(rejected.status()).isEqualTo(400);
        assertThat(rejected.reason()).startsWith("the body").contains(reason);
    }

    private static String repeated(String text) {
        return Pattern.compile("<([0-9]+)[*](.)>")
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(match.group(2).repeat(Integer.parseInt(match.group(1)))));
    }

    @Test
    void aBodyInAnotherEncodingIsRejected() throws Exception {
        for (Charset charset :
                List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.ISO_8859_1)) {
            Steered.Response rejected = css.send(css.to("/streams")
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"stream\":\"caf\u00e9\"}", charset)));

            assertThat(rejected.status()).as("%s", charset).isEqualTo(400);
            assertThat(rejected.reason()).as("%s", charset).isEqualTo("the body is not UTF-8");
        }
    }

    @Test
    void aNameThatNoRuleCanHaveIsNotBound() throws Exception {
        Steered.Response domain = css.post("/bindings", BINDING.formatted("http://push.example.com", "live"));
        assertThat(domain.status()).isEqualTo(400);
        assertThat(domain.reason()).contains("the push domain must be", "push.example.com");

        Steered.Response app = css.post("/bindings", BINDING.formatted("push.example.com", "live/a"));
        assertThat(app.status()).isEqualTo(400);
        assertThat(app.reason()).contains("the app name must be one part of a path");
    }

    @Test
    void noBodyIsAnObjectWithoutMembers() throws Exception {
        assertThat(css.post("/reset", "").status()).isEqualTo(200);
    }

    @Test
    void aBodyThatIsTooLargeIsRejectedAndTheResponseArrives() throws Exception {
        assertThat(css.post("/reset", " ".repeat(1024 * 1024)).status()).isEqualTo(400);
        assertThat(css.post("/reset", " ".repeat(1024 * 1024 + 1)).status()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/stream", "/streams/", "/streams/a/b", "/deliveries/", "/clock", "/favicon.ico"})
    void anUnknownPathGets404WithTheListOfCalls(String path) throws Exception {
        Steered.Response rejected = css.get(path);

        assertThat(rejected.status()).isEqualTo(404);
        assertThat(rejected.reason()).contains("POST /streams {domain, app, stream, with?, without?}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET | /events | POST",
                "PUT | /streams | POST, GET",
                "POST | /deliveries | GET",
                "GET | /streams/a | DELETE",
                "HEAD | / | GET"
            })
    void anotherMethodGets405WithTheAllowedOnes(String method, String path, String allowed) throws Exception {
        Steered.Response rejected = css.send(css.to(path)
                .header("Content-Type", "application/json")
                .method(method, Steered.text(method.equals("HEAD") ? "" : "{}")));

        assertThat(rejected.status()).isEqualTo(405);
        assertThat(rejected.headers().firstValue("Allow")).hasValue(allowed);
    }

    @Test
    void aQueryIsRejectedSinceNothingWouldReadIt() throws Exception {
        assertThat(css.get("/deliveries?stream=a").status()).isEqualTo(400);
    }

    @Test
    void aStreamThatIsNotLiveIsNotFound() throws Exception {
        css.push("room-1");

        Steered.Response rejected = css.delete("/streams/room-2");

        assertThat(rejected.status()).isEqualTo(404);
        assertThat(rejected.reason()).contains("room-2", "push.example.com/live/room-1");
        assertThat(css.post("/events", "{\"event\":\"RecordEvent\",\"stream\":\"room-2\"}")
                        .status())
                .isEqualTo(404);
        assertThat(css.delete("/streams/room-1", "{\"domain\":\"other.example.com\",\"app\":\"live\"}")
                        .status())
                .isEqualTo(404);
        assertThat(css.get("/deliveries/99").status()).isEqualTo(404);
        assertThat(css.get("/deliveries/one").status()).isEqualTo(404);
    }

    @Test
    void anAccountThatIsFullIsAConflict() throws Exception {
        for (int i = 0; i < 50; i++) {
            assertThat(bind("d" + i).status()).isEqualTo(201);
        }

        Steered.Response rejected = bind("one-more");

        assertThat(rejected.status()).isEqualTo(409);
        assertThat(rejected.reason()).contains("50 templates");
    }

    private Steered.Response bind(String domain) throws Exception {
        return css.post("/bindings", BINDING.formatted(domain, ""));
    }
}
