package io.github.csscallback.testkit.simulator.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.testkit.fixture.RawReceiver;
import io.github.csscallback.testkit.fixture.TestAccount;
import io.github.csscallback.testkit.simulator.CssSimulator;
import io.github.csscallback.testkit.simulator.DeliveryAttempt;
import io.github.csscallback.testkit.simulator.fault.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Deliveries to https addresses, with a certificate for 127.0.0.1 made for the test. */
@Timeout(60)
class TlsTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private static Path folder;

    private static SSLContext context;

    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final HttpsServer server = start();

    @BeforeAll
    static void makeCertificate() throws IOException, InterruptedException, GeneralSecurityException {
        Path store = folder.resolve("receiver.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "receiver",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=receiver",
                        "-ext",
                        "SAN=ip:127.0.0.1",
                        "-keystore",
                        store.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        String.valueOf(PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.txt").toFile())
                .start();
        assertThat(keytool.waitFor(50, TimeUnit.SECONDS)).isTrue();
        assertThat(keytool.exitValue())
                .as(Files.readString(folder.resolve("keytool.txt")))
                .isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory identity = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        identity.init(keys, PASSWORD);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(keys);
        context = SSLContext.getInstance("TLS");
        context.init(identity.getKeyManagers(), trust.getTrustManagers(), null);
    }

    private HttpsServer start() {
        try {
            HttpsServer https = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            https.setHttpsConfigurator(new HttpsConfigurator(context));
            https.createContext("/css", exchange -> {
                try (exchange) {
                    bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write("{\"code\":0}".getBytes(StandardCharsets.US_ASCII));
                }
            });
            https.start();
            return https;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private DeliveryAttempt attempt(CssSimulator.Builder settings, String host, Fault... faults) {
        try (CssSimulator css = settings.start()) {
            URI address =
                    URI.create("https://" + host + ":" + server.getAddress().getPort() + "/css");
            css.bind(TestAccount.DOMAIN, TestAccount.APP, TestAccount.template(address));
            css.nextFaults(faults);
            return css.send(EventType.RECORD, TestAccount.DOMAIN, TestAccount.APP, "room-1")
                    .attempts()
                    .get(0);
        }
    }

    @Test
    void aReceiverWithATrustedCertificateGetsThePacket() {
        DeliveryAttempt attempt = attempt(CssSimulator.builder().sslContext(context), "127.0.0.1");

        assertThat(attempt.failure()).isNull();
        assertThat(attempt.acknowledged()).isTrue();
        assertThat(attempt.responseBody()).isEqualTo("{\"code\":0}");
        assertThat(bodies).containsExactly(attempt.requestBodyText());
    }

    @Test
    void aReceiverWithAnUntrustedCertificateGetsNothing() {
        DeliveryAttempt attempt = attempt(CssSimulator.builder(), "127.0.0.1");

        assertThat(attempt.failure()).isEqualTo("the TLS handshake failed");
        assertThat(bodies).isEmpty();
    }

    @Test
    void aCertificateForAnotherHostIsRejected() {
        DeliveryAttempt attempt = attempt(CssSimulator.builder().sslContext(context), "localhost");

        assertThat(attempt.failure()).isEqualTo("the TLS handshake failed");
        assertThat(bodies).isEmpty();
    }

    @Test
    void faultsWorkOverTlsToo() {
        CssSimulator.Builder settings = CssSimulator.builder().sslContext(context);

        assertThat(attempt(settings, "127.0.0.1", Fault.cutBeforeResponse()).failure())
                .isNotNull();
        assertThat(bodies).hasSize(1);
        assertThat(attempt(settings, "127.0.0.1", Fault.cutInRequest()).failure())
                .isNotNull();
        assertThat(attempt(settings, "127.0.0.1", Fault.slowSending(Duration.ofMillis(30)))
                        .acknowledged())
                .isTrue();
    }

    @Test
    void aReceiverWithoutTlsIsAFailure() {
        try (RawReceiver plain = RawReceiver.responding(RawReceiver.OK);
                CssSimulator css = CssSimulator.builder()
                        .responseTimeout(Duration.ofMillis(300))
                        .start()) {
            css.bind(
                    TestAccount.DOMAIN,
                    TestAccount.APP,
                    TestAccount.template(
                            URI.create("https://127.0.0.1:" + plain.uri().getPort() + "/css")));

            assertThat(css.send(EventType.RECORD, TestAccount.DOMAIN, TestAccount.APP, "room-1")
                            .attempts()
                            .get(0)
                            .failure())
                    .isNotNull();
        }
    }
}
