package io.github.csscallback.samples.quickstart;

import io.github.csscallback.receiver.CallbackReceiver;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The receiver in Spring MVC. A parameter {@code @RequestBody byte[]} would read bodies of any size. */
@RestController
class CallbackController {

    private final CallbackReceiver receiver;

    CallbackController(CallbackReceiver receiver) {
        this.receiver = receiver;
    }

    @RequestMapping("/css")
    void receive(HttpServletRequest request, HttpServletResponse response) throws IOException {
        CallbackServlet.receive(receiver, request, response);
    }
}
