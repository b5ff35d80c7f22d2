package io.github.csscallback.testsupport;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.api.Test;

class RawHttpConnectionTest {

    @Test
    void sendsTheBytesAndReadsTheResponses() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                RawHttpConnection connection = RawHttpConnection.to(uri(server))) {
            connection.post("/x", "body".getBytes(US_ASCII)).endOfRequest();
            try (Socket accepted = server.accept()) {
                assertThat(new String(accepted.getInputStream().readAllBytes(), US_ASCII))
                        .isEqualTo("POST /x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\nbody");
                accepted.getOutputStream()
                        .write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nX-A: b\r\n\r\nokHTTP/1.1 204 None\r\n\r\nHTTP"
                                .getBytes(US_ASCII));
            }
            RawHttpConnection.Response first = connection.response();
            assertThat(first.status()).isEqualTo(200);
            assertThat(first.headers()).containsEntry("x-a", "b");
            assertThat(first.body()).isEqualTo("ok");
            assertThat(connection.response().status()).isEqualTo(204);
            assertThatThrownBy(connection::response).isInstanceOf(EOFException.class);
            assertThat(connection.isClosedByServer()).isTrue();
        }
    }

    private static URI uri(ServerSocket server) {
        return URI.create("http://" + server.getInetAddress().getHostAddress() + ":" + server.getLocalPort());
    }
}
