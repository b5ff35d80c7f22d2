package io.github.csscallback.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.signature.CallbackKeys;
import io.github.csscallback.receiver.CallbackReceiver;
import io.github.csscallback.testkit.SamplePacket;
import io.github.csscallback.testkit.SamplePackets;
import jakarta.servlet.Servlet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;

class ServletContainerTest {

    private static final CallbackKey KEY = CallbackKey.of("adasda131312");

    private final List<EventType> handled = new CopyOnWriteArrayList<>();
    private final CallbackReceiver receiver = CallbackReceiver.builder()
            .keys(CallbackKeys.of(KEY))
            .otherwise(d -> handled.add(d.event().type()))
            .build();
    private final Tomcat tomcat = new Tomcat();

    @TempDir
    Path folder;

    @AfterEach
    void stop() throws Exception {
        tomcat.stop();
        tomcat.destroy();
    }

    @Test
    void a_servlet_receives_signed_packets_and_bounds_the_body() throws Exception {
        start(new CallbackServlet(receiver), "/css");

        assertReceivesAndBounds();
    }

    @Test
    void a_spring_controller_receives_signed_packets_and_bounds_the_body() throws Exception {
        AnnotationConfigWebApplicationContext spring = new AnnotationConfigWebApplicationContext();
        spring.addBeanFactoryPostProcessor(factory -> factory.registerSingleton("receiver", receiver));
        spring.register(CallbackController.class);
        start(new DispatcherServlet(spring), "/");

        assertReceivesAndBounds();
    }

    private void assertReceivesAndBounds() throws Exception {
        SamplePacket record = SamplePackets.of(EventType.RECORD);

        assertThat(post(record.signedWith(KEY, Instant.now().plusSeconds(600)).bytes()))
                .isEqualTo("200 {\"code\":0}");
        assertThat(post(record.bytes())).startsWith("403");
        assertThat(post(new byte[receiver.maxBodyBytes() + 1])).startsWith("413");

        assertThat(handled).containsExactly(EventType.RECORD);
    }

    private void start(Servlet servlet, String pattern) throws Exception {
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        Context context = tomcat.addContext("", folder.toString());
        Tomcat.addServlet(context, "callbacks", servlet);
        context.addServletMappingDecoded(pattern, "callbacks");
        tomcat.start();
    }

    private String post(byte[] body) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/css");
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        return response.statusCode() + " " + response.body();
    }
}
