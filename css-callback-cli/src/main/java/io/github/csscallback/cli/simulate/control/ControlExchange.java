package io.github.csscallback.cli.simulate.control;

import io.github.csscallback.receiver.internal.httpserver.BoundedExchange;
import io.github.csscallback.receiver.internal.httpserver.RequestBody;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Handles a request to the control address. */
public final class ControlExchange {

    static final int MAX_BODY = 1024 * 1024;
    private final ControlCalls calls;
    private final ControlListener listener;

    ControlExchange(ControlCalls calls, ControlListener listener) {
        this.calls = calls;
        this.listener = listener;
    }

    /**
     * Handles a request.
     *
     * @throws IOException to close the connection
     */
    void handle(BoundedExchange exchange) throws IOException {
        RequestBody body = exchange.readBody();
        Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "application/json"));
        ControlResponse response;
        try {
            response = run(exchange, body);
        } catch (ControlException e) {
            response = ControlResponse.of(e);
            if (e.status() == 405) {
                headers.put("Allow", String.join(", ", calls.methodsAt(parts(exchange.uri()))));
            }
        } catch (IllegalStateException e) { // not possible in the present state; the message has the reason
            response = ControlResponse.of(ControlException.of(409, String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            listener.failed(e);
            response = ControlResponse.of(
                    ControlException.of(500, "internal error, see standard error of css-callback simulate"));
        }
        exchange.respond(response.status(), headers, (response.body() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private ControlResponse run(BoundedExchange exchange, RequestBody body) {
        Map<String, List<String>> headers = exchange.headers();
        WebPageGuard.checkHost(headers.getOrDefault("Host", List.of()));
        URI target = exchange.uri();
        List<String> path = parts(target);
        ControlCall call = calls.find(exchange.method(), path);
        if (target.getRawQuery() != null) {
            throw ControlException.of(400, "there is no query; what a call takes stands in its body");
        }
        if (call.method().equals("POST") || body.bytesRead() > 0) {
            WebPageGuard.checkContentType(headers.getOrDefault("Content-Type", List.of()));
        }
        if (body.state() != RequestBody.State.COMPLETE) {
            throw ControlException.of(413, "the body has more than " + MAX_BODY + " bytes");
        }
        return call.action()
                .apply(new ControlRequest(call.nameIn(path), ControlBody.read(body.bytes(), call.memberNames())));
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
}
