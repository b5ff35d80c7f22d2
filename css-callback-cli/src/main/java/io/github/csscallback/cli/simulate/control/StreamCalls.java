package io.github.csscallback.cli.simulate.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.testkit.simulator.CssSimulator;
import io.github.csscallback.testkit.simulator.DeliveryState;
import io.github.csscallback.testkit.simulator.SimulatedEvent;
import io.github.csscallback.testkit.simulator.SimulatedStream;
import java.util.List;
import java.util.stream.Collectors;

/** Streams that are pushed and interrupted, and what else happens on them. */
public final class StreamCalls {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String DOMAIN = "domain";
    private static final String APP = "app";
    private static final String STREAM = "stream";

    private final CssSimulator css;
    private final ControlListener listener;

    StreamCalls(CssSimulator css, ControlListener listener) {
        this.css = css;
        this.listener = listener;
    }

    List<ControlCall> all() {
        return List.of(
                ControlCall.post("/streams", "domain app stream with? without?", "a push begins", this::push),
                ControlCall.get("/streams", "which streams are live", this::list),
                ControlCall.delete("/streams/{stream}", "domain? app? with? without?", "the push ends", this::end),
                ControlCall.post(
                        "/events",
                        "event stream domain? app? with? without?",
                        "anything else happens; domain and app may be missing if the stream is live",
                        this::send));
    }

    private ControlResponse push(ControlRequest request) {
        ControlBody body = request.body();
        SimulatedStream stream = css.push(body.text(DOMAIN), body.text(APP), body.text(STREAM), PacketChange.in(body));
        return ControlResponse.made(with(describe(stream), stream.beginEvent()));
    }

    private ControlResponse list(ControlRequest request) {
        ObjectNode response = JSON.objectNode();
        ArrayNode streams = response.putArray("streams");
        css.liveStreams().forEach(stream -> streams.add(describe(stream)));
        return ControlResponse.done(response);
    }

    private ControlResponse end(ControlRequest request) {
        SimulatedStream stream = live(request.name(), request.body());
        SimulatedEvent ended = stream.interrupt(PacketChange.in(request.body()));
        return ControlResponse.done(with(describe(stream), ended));
    }

    private ControlResponse send(ControlRequest request) {
        ControlBody body = request.body();
        EventType type = EventNames.in(body);
        String name = body.text(STREAM);
        PacketChange change = PacketChange.in(body);
        SimulatedEvent delivery = body.has(DOMAIN) || body.has(APP)
                ? css.send(type, body.text(DOMAIN), body.text(APP), name, change)
                : live(name, body).send(type, change);
        return ControlResponse.made(with(JSON.objectNode(), delivery));
    }

    private SimulatedStream onlyLive(String name) {
        List<SimulatedStream> live = css.liveStreams().stream()
                .filter(stream -> stream.name().equals(name))
                .toList();
        if (live.size() > 1) {
            throw ControlException.of(
                    409, "several streams " + name + " are live: " + names(live) + "; choose one with domain and app");
        }
        return live.stream().findFirst().orElseThrow(() -> notLive(name));
    }

    /** The live stream of a name: with this domain and app name if they are given, else the only one. */
    private SimulatedStream live(String name, ControlBody body) {
        if (!body.has(DOMAIN) && !body.has(APP)) {
            return onlyLive(name);
        }
        String domain = body.text(DOMAIN);
        String app = body.text(APP);
        return css.liveStreams().stream()
                .filter(stream -> stream.name().equals(name)
                        && stream.pushDomain().equals(domain)
                        && stream.appName().equals(app))
                .findFirst()
                .orElseThrow(() -> notLive(domain + "/" + app + "/" + name));
    }

    private ControlException notLive(String name) {
        String live = names(css.liveStreams());
        return ControlException.of(
                404, "no stream " + name + " is live; " + (live.isEmpty() ? "none is" : "there are " + live));
    }

    private static String names(List<SimulatedStream> streams) {
        return streams.stream()
                .map(stream -> stream.pushDomain() + "/" + stream.appName() + "/" + stream.name())
                .collect(Collectors.joining(", "));
    }

    private static ObjectNode describe(SimulatedStream stream) {
        return JSON.objectNode()
                .put(DOMAIN, stream.pushDomain())
                .put(APP, stream.appName())
                .put(STREAM, stream.name())
                .put("sequence", stream.sequence())
                .put("begun_at", stream.begunAt().toString());
    }

    private ObjectNode with(ObjectNode response, SimulatedEvent delivery) {
        if (delivery.state() == DeliveryState.NOT_SENT) {
            listener.notSent(delivery);
        }
        response.set("delivery", DeliveryJson.of(delivery));
        return response;
    }
}
