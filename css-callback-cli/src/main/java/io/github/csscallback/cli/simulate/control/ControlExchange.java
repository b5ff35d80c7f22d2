package io.github.csscallback.cli.simulate.control;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The adapter between the JDK's server and the calls: one exchange in, one answer out. */
public final class ControlExchange {

    static final int MAX_BODY = 1024 * 1024;
    /** How much of a body that is too large is taken off the wire, so that its sender comes to see the answer. */
    private static final int MOST_SKIPPED = 16 * 1024 * 1024;

    private final ControlCalls calls;
    private final ControlListener listener;

    ControlExchange(ControlCalls calls, ControlListener listener) {
        this.calls = calls;
        this.listener = listener;
    }

    /**
     * Answers.
     *
     * @throws IOException to have the server cut the connection
     */
    void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
        boolean whole = body.length <= MAX_BODY || isWholeAfterSkipping(exchange.getRequestBody());
        ControlResponse answer;
        try {
            answer = run(exchange, body);
        } catch (ControlException e) {
            answer = ControlResponse.of(e);
            if (e.status() == 405) {
                exchange.getResponseHeaders()
                        .set("Allow", String.join(", ", calls.methodsAt(parts(exchange.getRequestURI()))));
            }
        } catch (IllegalStateException e) { // the simulator cannot do it now, and says why
            answer = ControlResponse.of(ControlException.of(409, String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            listener.failed(e);
            answer = ControlResponse.of(
                    ControlException.of(500, "internal error, see standard error of css-callback simulate"));
        }
        send(exchange, answer, whole);
    }

    private ControlResponse run(HttpExchange exchange, byte[] body) {
        Headers headers = exchange.getRequestHeaders();
        WebPageGuard.checkHost(headers.getOrDefault("Host", List.of()));
        URI target = exchange.getRequestURI();
        List<String> path = parts(target);
        ControlCall call = calls.find(exchange.getRequestMethod(), path);
        if (target.getRawQuery() != null) {
            throw ControlException.of(400, "there is no query; what a call takes stands in its body");
        }
        if (call.method().equals("POST") || body.length > 0) {
            WebPageGuard.checkContentType(headers.getOrDefault("Content-Type", List.of()));
        }
        if (body.length > MAX_BODY) {
            throw ControlException.of(413, "the body has more than " + MAX_BODY + " bytes");
        }
        return call.action().apply(new ControlRequest(call.nameIn(path), ControlBody.read(body, call.memberNames())));
    }

    /** The parts of the path, decoded after they were parted: a stream's name may contain a slash. */
    private static List<String> parts(URI target) {
        List<String> parts = new ArrayList<>();
        String path = target.getRawPath() == null ? "" : target.getRawPath();
        for (String part : path.replaceFirst("^/", "").split("/", -1)) {
            parts.add(URI.create("/" + part).getPath().substring(1));
        }
        return parts;
    }

    private static boolean isWholeAfterSkipping(InputStream in) throws IOException {
        byte[] chunk = new byte[64 * 1024];
        int skipped = 0;
        int read = 0;
        while (skipped < MOST_SKIPPED && (read = in.read(chunk)) >= 0) {
            skipped += read;
        }
        return read < 0;
    }

    private static void send(HttpExchange exchange, ControlResponse answer, boolean whole) throws IOException {
        byte[] bytes = (answer.body() + "\n").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        if (!whole) {
            exchange.getResponseHeaders().set("Connection", "close");
        }
        if (exchange.getRequestMethod().equals("HEAD")) {
            // The JDK's server warns of every answer to HEAD that announces a length.
            exchange.sendResponseHeaders(answer.status(), -1);
            exchange.close();
            return;
        }
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        if (!whole) {
            exchange.getResponseBody().flush();
            // Closing the exchange would wait for the rest of the request, as long as its sender likes.
            throw new IOException("the body was not read to its end, so its connection is cut");
        }
        exchange.close();
    }
}
