package io.github.csscallback.cli.simulate.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No web page that a browser on this machine shows can drive the control address. */
class WebPageGuardTest {

    private static final String PUSH = Steered.push("push.example.com", "room-1");

    private final Steered css = Steered.simulated();

    @AfterEach
    void stop() {
        css.close();
    }

    private static String post(String host, String type, String body) {
        return "POST /streams HTTP/1.1\r\n" + host + type + "Content-Length: " + body.length() + "\r\n"
                + "Connection: close\r\n\r\n" + body;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: rebound.example.com\r\n",
                "Host: rebound.example.com:80\r\n",
                "Host: 127.0.0.1.example.com\r\n",
                "Host: localhost.example.com\r\n",
                "Host: example.com@127.0.0.1\r\n",
                "Host: 10.0.0.1\r\n",
                "Host: \r\n"
            })
    void aHostThatIsNotThisMachineIsRejected(String host) throws IOException {
        assertThat(css.raw(post(host, "Content-Type: application/json\r\n", PUSH)))
                .isEqualTo("403");
        assertThat(css.raw("GET /deliveries HTTP/1.1\r\n" + host + "Connection: close\r\n\r\n"))
                .isEqualTo("403");
        assertThat(css.raw("DELETE /streams/a HTTP/1.1\r\n" + host + "Connection: close\r\n\r\n"))
                .isEqualTo("403");
        assertThat(css.css().liveStreams()).isEmpty();
    }

    @Test
    void withoutAHostOrWithTwoNothingIsDone() throws IOException {
        assertThat(css.raw("POST /reset HTTP/1.0\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"))
                .isEqualTo("403");
        assertThat(css.raw(post(
                        "Host: localhost\r\nHost: rebound.example.com\r\n",
                        "Content-Type: application/json\r\n",
                        PUSH)))
                .isIn("400", "403");
        assertThat(css.css().liveStreams()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:8080", "127.0.0.1", "127.1.2.3:1", "[::1]", "[::1]:9"})
    void thisMachineMayBeCalledByAnyOfItsNames(String host) throws IOException {
        assertThat(css.raw(post("Host: " + host + "\r\n", "Content-Type: application/json\r\n", PUSH)))
                .isEqualTo("201");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Content-Type: text/plain\r\n",
                "Content-Type: application/x-www-form-urlencoded\r\n",
                "Content-Type: multipart/form-data; boundary=x\r\n",
                "Content-Type: text/plain; application/json\r\n",
                "Content-Type: application/jsonp\r\n",
                "Content-Type: application/json; charset=gbk\r\n",
                "Content-Type: application/json\r\nContent-Type: text/plain\r\n"
            })
    void whatAPageMaySendUnaskedIsNoJsonAndIsRejected(String type) throws IOException {
        assertThat(css.raw(post("Host: 127.0.0.1\r\n", type, PUSH))).isEqualTo("415");
        assertThat(css.raw(post("Host: 127.0.0.1\r\n", type, ""))).isEqualTo("415");
        assertThat(css.css().liveStreams()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "Application/JSON;charset=UTF-8", "application/json; charset=\"utf-8\""})
    void jsonMaySayThatItIsUtf8(String type) throws IOException {
        assertThat(css.raw(post("Host: 127.0.0.1\r\n", "Content-Type: " + type + "\r\n", PUSH)))
                .isEqualTo("201");
    }

    @Test
    void aDeleteWithABodyMustSayThatItIsJson() throws Exception {
        css.push("room-1");

        Steered.Response rejected = css.send(css.to("/streams/room-1").method("DELETE", Steered.text("{}")));

        assertThat(rejected.status()).isEqualTo(415);
        assertThat(rejected.reason()).contains("Content-Type: application/json", "--json");
        assertThat(css.css().liveStream("room-1")).isPresent();
        assertThat(css.delete("/streams/room-1", "{}").status()).isEqualTo(200);
    }

    @Test
    void aPreflightRequestIsNotGranted() throws Exception {
        Steered.Response preflight = css.send(css.to("/streams")
                .header("Origin", "https://example.com")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type")
                .method("OPTIONS", Steered.text("")));

        assertThat(preflight.status()).isEqualTo(405);
        assertThat(preflight.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control"));
    }
}
