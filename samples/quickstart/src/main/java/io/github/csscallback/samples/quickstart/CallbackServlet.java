package io.github.csscallback.samples.quickstart;

import io.github.csscallback.receiver.CallbackReceiver;
import io.github.csscallback.receiver.CallbackRequest;
import io.github.csscallback.receiver.CallbackResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The receiver behind any servlet container. */
@SuppressWarnings("serial") // HttpServlet is serializable; no container serializes servlets
final class CallbackServlet extends HttpServlet {

    private final CallbackReceiver receiver;

    CallbackServlet(CallbackReceiver receiver) {
        this.receiver = receiver;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        receive(receiver, request, response);
    }

    static void receive(CallbackReceiver receiver, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String query = request.getQueryString();
        CallbackResponse result = receiver.receive(CallbackRequest.builder()
                .method(request.getMethod())
                .target(request.getRequestURI() + (query == null ? "" : "?" + query))
                .headers(request::getHeader)
                .remoteAddress(request.getRemoteAddr())
                .body(request.getInputStream().readNBytes(receiver.maxBodyBytes() + 1))
                .build());

        response.setStatus(result.status());
        result.headers().forEach(response::setHeader);
        response.getOutputStream().write(result.body());
    }
}
