package io.github.csscallback.receiver;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** HTTP by hand, for what no client would send. */
final class RawConnection implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 15_000;

    record Answer(int status, Map<String, String> headers, String body) {}

    private final Socket socket;

    private RawConnection(Socket socket) {
        this.socket = socket;
    }

    static RawConnection to(CallbackServer server) throws IOException {
        Socket socket = new Socket(server.uri().getHost(), server.port());
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        return new RawConnection(socket);
    }

    RawConnection send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        return this;
    }

    RawConnection post(String target, byte[] body) throws IOException {
        return send("POST " + target + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + body.length + "\r\n\r\n")
                .send(new String(body, StandardCharsets.UTF_8));
    }

    /** The next answer on this connection. */
    Answer answer() throws IOException {
        String statusLine = line();
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        byte[] body = socket.getInputStream().readNBytes(length);
        return new Answer(
                Integer.parseInt(statusLine.split(" ", 3)[1]), headers, new String(body, StandardCharsets.UTF_8));
    }

    /** The status of an answer that has no body whatever its headers say. */
    int statusOfHead() throws IOException {
        String statusLine = line();
        while (!line().isEmpty()) {
            // headers
        }
        return Integer.parseInt(statusLine.split(" ", 3)[1]);
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new IOException("the connection ended after: " + line.toString(StandardCharsets.US_ASCII));
            }
            line.write(b);
        }
        return line.toString(StandardCharsets.US_ASCII).stripTrailing();
    }

    /** Waits until the server has cut the connection; what it says before is read over. */
    boolean isCutByTheServer() throws IOException {
        try {
            socket.getInputStream().readAllBytes();
            return true;
        } catch (SocketException e) {
            return true; // reset
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
