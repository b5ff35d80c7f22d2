package io.github.csscallback.testkit.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A receiver that sees what is on the wire, and answers with whatever bytes it is told to, or not at all. */
final class RawReceiver implements AutoCloseable {

    static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{\"code\":0}";

    /** What to do with a connection whose request was read as far as it came. */
    interface Script {
        void answer(RawRequest request, Socket connection) throws IOException;
    }

    /**
     * A request as it came.
     *
     * @param line the request line
     * @param headers names in lower case, in their order
     * @param body what came of the body
     * @param whole whether all of it came
     * @param reads in how many pieces the body was read
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record RawRequest(String line, Map<String, String> headers, byte[] body, boolean whole, int reads) {

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "raw-receiver");
        thread.setDaemon(true);
        return thread;
    });
    private final List<RawRequest> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private volatile Script script;

    private RawReceiver(Script script) {
        this.script = script;
        try {
            this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    static RawReceiver doing(Script script) {
        return new RawReceiver(script);
    }

    static RawReceiver answering(String bytes) {
        return doing(writing(bytes));
    }

    static Script writing(String bytes) {
        return (request, connection) -> connection.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
    }

    /** From the next request on. */
    void now(Script other) {
        script = other;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/css");
    }

    List<RawRequest> requests() {
        return requests;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket connection = server.accept();
                connections.add(connection);
                threads.execute(() -> serve(connection));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            RawRequest request = read(connection.getInputStream());
            requests.add(request);
            script.answer(request, connection);
        } catch (IOException e) {
            // The simulator cut the connection, which is what some tests are about.
        }
    }

    private static RawRequest read(InputStream in) throws IOException {
        String line = line(in);
        Map<String, String> headers = new LinkedHashMap<>();
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            int colon = header.indexOf(": ");
            if (colon < 0) {
                throw new IOException("no HTTP");
            }
            headers.put(header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 2));
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] piece = new byte[8192];
        int reads = 0;
        int read = 0;
        while (body.size() < length && (read = in.read(piece, 0, Math.min(piece.length, length - body.size()))) >= 0) {
            body.write(piece, 0, read);
            reads++;
        }
        return new RawRequest(line, headers, body.toByteArray(), body.size() == length, reads);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("closed within the head");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}
