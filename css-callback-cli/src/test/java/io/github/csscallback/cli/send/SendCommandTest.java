package io.github.csscallback.cli.send;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.csscallback.cli.testing.Cli;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.signature.CallbackSigner;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SendCommandTest {

    private static final String KEY = "s3cr3tKey";

    private final BlockingQueue<String> bodies = new LinkedBlockingQueue<>();
    private volatile int status = 200;
    private String responseBody = "";
    private HttpServer server;
    private String address;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::respond);
        server.start();
        address = "http://127.0.0.1:" + server.getAddress().getPort() + "/s3cr3t-path?token=s3cr3t-query";
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void respond(HttpExchange exchange) throws IOException {
        try (exchange) {
            bodies.add(exchange.getRequestURI().getPath() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            byte[] body = responseBody.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private JsonNode packet() throws IOException {
        String body = String.valueOf(bodies.poll());
        return new ObjectMapper().readTree(body.substring(body.indexOf(' ')));
    }

    @Test
    void aSampleIsSentWithAFreshSignature() throws IOException {
        Cli.Run run = new Cli().key(KEY + ",old").run("send", "--to", address, "--event", "recordevent");

        assertThat(run.status()).isZero();
        JsonNode line = new ObjectMapper().readTree(run.out());
        assertThat(line.get("status").intValue()).isEqualTo(200);
        assertThat(line.get("millis").isNumber()).isTrue();
        JsonNode sent = packet();
        Instant t = Instant.ofEpochSecond(sent.get("t").longValue());
        assertThat(t).isBetween(Instant.now().plusSeconds(570), Instant.now().plusSeconds(601));
        assertThat(sent.get("sign").textValue()).isEqualTo(CallbackSigner.sign(CallbackKey.of(KEY), t));
        assertThat(sent.get("event_type").intValue()).isEqualTo(100);
    }

    @Test
    void aGivenPacketKeepsEverythingButItsSignature() throws IOException {
        String rest = "\"big\":18402973651109248877,\"decimal\":0.10,\"text\":\"直\\n\",\"none\":null}";

        Cli.Run run = new Cli()
                .key(KEY)
                .input(("{\"event_type\":350,\"t\":1,\"sign\":\"old\"," + rest).getBytes(StandardCharsets.UTF_8))
                .run("send", "--to", address, "--packet", "-");

        assertThat(run.status()).isZero();
        assertThat(bodies.peek()).endsWith(rest).doesNotContain("old").startsWith("/s3cr3t-path {\"event_type\":350,");
        assertThat(packet().get("sign").textValue()).hasSize(32);
    }

    @Test
    void withoutSignatureIfAskedFor() throws IOException {
        Cli.Run run = new Cli().run("send", "--to", address, "--event", "328", "--unsigned");

        assertThat(run.status()).isZero();
        JsonNode sent = packet();
        assertThat(sent.has("t")).isFalse();
        assertThat(sent.has("sign")).isFalse();
    }

    @Test
    void itIsSentAsOftenAsAskedFor() {
        Cli.Run run = new Cli().key(KEY).run("send", "--to", address, "--event", "1", "--count", "3");

        assertThat(run.lines()).hasSize(3);
        assertThat(bodies).hasSize(3);
    }

    @Test
    void anotherResponseThan200IsAFailureWithAHint() {
        status = 403;

        Cli.Run run = new Cli().key(KEY).run("send", "--to", address, "--event", "1", "--count", "2");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.lines()).hasSize(2).allMatch(line -> line.contains("\"status\":403"));
        assertThat(run.err().lines()).singleElement().asString().contains("compare the keys");
    }

    @Test
    void anUnsignedPacketThatIsForbiddenIsNotBlamedOnTheKeys() {
        status = 403;

        Cli.Run run = new Cli().run("send", "--to", address, "--event", "328", "--unsigned");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .contains("403: the receiver does not accept this event type without a signature", "--unsigned")
                .doesNotContain("keys");
    }

    @Test
    void aRedirectIsNotFollowed() {
        status = 307;

        Cli.Run run = new Cli().key(KEY).run("send", "--to", address, "--event", "1");

        assertThat(run.status()).isEqualTo(1);
        assertThat(bodies).singleElement().asString().startsWith("/s3cr3t-path ");
    }

    @Test
    void aPlaceWhereNothingListensIsSaidInOneLine() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }

        Cli.Run run = new Cli()
                .key(KEY)
                .run("send", "--to", "http://127.0.0.1:" + closed + "/s3cr3t", "--event", "1", "--count", "9");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .contains("127.0.0.1:" + closed)
                .contains("nothing listens there");
    }

    @Test
    void aPacketThatIsNoJsonIsRejectedWithoutQuotingIt() {
        for (String packet :
                new String[] {"s3cr3t", "{\"s3cr3t\":", "[\"s3cr3t\"]", "{\"s3cr3t\":1,\"s3cr3t\":2}", ""}) {
            Cli.Run run = new Cli()
                    .key(KEY)
                    .input(packet.getBytes(StandardCharsets.UTF_8))
                    .run("send", "--to", address, "--packet", "-");

            assertThat(run.status()).isEqualTo(1);
            assertThat(run.err().lines())
                    .singleElement()
                    .asString()
                    .startsWith("the packet is not")
                    .doesNotContain("s3cr3t");
            assertThat(bodies).isEmpty();
        }
    }

    @Test
    void aPacketWithANumberBeyondAllBoundsIsRejectedInOneLine() {
        Cli.Run run = new Cli()
                .key(KEY)
                .input("{\"event_type\":350,\"vast\":1e99999999999}".getBytes(StandardCharsets.UTF_8))
                .run("send", "--to", address, "--packet", "-");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .contains("too large")
                .doesNotContain("1e9");
        assertThat(bodies).isEmpty();
    }

    @Test
    void neitherKeyNorSignNorPathIsPrinted() {
        status = 500;

        Cli.Run run = new Cli().key(KEY).onTerminal().run("send", "--to", address, "--event", "1");

        assertThat(run.everything()).doesNotContain("s3cr3t", "txSecret");
    }

    @Test
    void theBodyOfTheResponseIsPrinted() throws IOException {
        responseBody = "{\"code\":0,\"note\":\"a\\u2028b\"}";

        Cli.Run run = new Cli().key(KEY).run("send", "--to", address, "--event", "1");

        assertThat(run.status()).isZero();
        assertThat(new ObjectMapper().readTree(run.out()).get("body").textValue())
                .isEqualTo(responseBody);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void aCodeOtherThanZeroInAResponseOf200IsPointedOut() {
        responseBody = "{\"code\":7}";

        Cli.Run run = new Cli().key(KEY).run("send", "--to", address, "--event", "1");

        assertThat(run.status()).isZero();
        assertThat(run.err()).contains("200", "code 7", "CSS goes by the status");
    }

    @Test
    void aUrlThatIsMalformedIsWrongUsageInTheCommandLinesTerms() {
        Cli.Run run = new Cli().key(KEY).run("send", "--to", "http://bad host/s3cr3t", "--event", "1");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--to", "not a URL").doesNotContain("Exception", "s3cr3t");
    }
}
