package io.github.csscallback.receiver.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.receiver.TestPacket;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Attacks by strangers without a key, on a server process with a small heap: afterwards a genuine packet gets 200. */
@Tag("slow")
@Timeout(180)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs ulimit")
class AttackTest {

    private static final int HEAP_MEGABYTES = 160;
    private static final int READ_TIMEOUT_MILLIS = 15_000;
    private static final String SLOW_BODY =
            "POST /css HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n{\"event";

    private final List<Socket> strangers = new ArrayList<>();

    @AfterEach
    void strangersLeave() throws IOException {
        for (Socket stranger : strangers) {
            stranger.close();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {32, 64})
    void manyLargePacketsAtOnce(int packets) throws Exception {
        byte[] request = post(manyNames());
        try (AttackedServer server = AttackedServer.start(HEAP_MEGABYTES, 256)) {
            for (int round = 0; round < 3; round++) {
                CountDownLatch responded = new CountDownLatch(packets);
                for (int i = 0; i < packets; i++) {
                    new Thread(() -> {
                                try (Socket stranger = connect(server)) {
                                    stranger.getOutputStream().write(request);
                                    stranger.getInputStream().read();
                                } catch (IOException e) {
                                    // reset: the server need not be polite
                                } finally {
                                    responded.countDown();
                                }
                            })
                            .start();
                }
                assertThat(responded.await(60, TimeUnit.SECONDS)).isTrue();
            }
            assertServes(server, 1);
        }
    }

    @ParameterizedTest
    @CsvSource({"256, 300", "1024, 1100"})
    void moreIdleConnectionsThanFileDescriptorsWhichStayOpen(int fileDescriptors, int connections) throws Exception {
        // The JDK closes a connection without a request after 30 seconds; here after two, to save time.
        try (AttackedServer server =
                AttackedServer.start(HEAP_MEGABYTES, fileDescriptors, "-Dsun.net.httpserver.idleInterval=2")) {
            for (int i = 0; i < connections; i++) {
                strangers.add(connect(server));
            }
            assertServes(server, 4);
        }
    }

    @Test
    void manySlowBodies() throws Exception {
        try (AttackedServer server = AttackedServer.start(HEAP_MEGABYTES, 256)) {
            sendFromMany(server, 64, SLOW_BODY);
            assertServes(server, 1);
        }
    }

    /** Where there are fewer file descriptors than connections, the next one waits until the first are cut off. */
    @ParameterizedTest
    @ValueSource(ints = {256, 1024})
    void manySlowHeaders(int fileDescriptors) throws Exception {
        try (AttackedServer server = AttackedServer.start(HEAP_MEGABYTES, fileDescriptors)) {
            sendFromMany(server, 400, "POST /css HTTP/1.1\r\nHost: local");
            assertServes(server, 1);
        }
    }

    private void sendFromMany(AttackedServer server, int count, String text) throws IOException {
        for (int i = 0; i < count; i++) {
            Socket stranger = connect(server);
            strangers.add(stranger);
            stranger.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** An object of 99,000 members, without a signature. */
    private static byte[] manyNames() {
        StringBuilder packet = new StringBuilder("{\"event_type\":1");
        for (int i = 0; i < 99_000; i++) {
            packet.append(",\"").append(i + 100_000).append("\":1");
        }
        return packet.append('}').toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** A genuine packet gets 200 within so many attempts, one after the other. */
    private static void assertServes(AttackedServer server, int attempts) throws Exception {
        int status = 0;
        for (int i = 0; i < attempts && status != 200; i++) {
            status = statusOfGenuine(server);
        }
        assertThat(status).as(server.output()).isEqualTo(200);
        assertThat(server.isAlive()).isTrue();
    }

    /** 0 if the connection ends without a response. */
    private static int statusOfGenuine(AttackedServer server) {
        try (Socket css = connect(server)) {
            css.getOutputStream().write(post(TestPacket.genuine("1").bytes()));
            InputStream in = css.getInputStream();
            String statusLine = new String(in.readNBytes(12), StandardCharsets.US_ASCII);
            return statusLine.startsWith("HTTP/1.1 ") ? Integer.parseInt(statusLine.substring(9)) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    private static byte[] post(byte[] body) {
        byte[] head = ("POST /css HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] all = java.util.Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }

    private static Socket connect(AttackedServer server) throws IOException {
        Socket socket = new Socket();
        socket.setSoTimeout(READ_TIMEOUT_MILLIS);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port), READ_TIMEOUT_MILLIS);
        return socket;
    }
}
