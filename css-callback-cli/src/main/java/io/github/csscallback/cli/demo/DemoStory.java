package io.github.csscallback.cli.demo;

import io.github.csscallback.client.CssCallbackClient;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.template.CallbackTemplate;
import io.github.csscallback.core.template.Site;
import io.github.csscallback.core.template.TemplateSpec;
import io.github.csscallback.testkit.SamplePackets;
import io.github.csscallback.testkit.simulator.CssSimulator;
import io.github.csscallback.testkit.simulator.DeliveryAttempt;
import io.github.csscallback.testkit.simulator.SimulatedEvent;
import io.github.csscallback.testkit.simulator.SimulatedStream;
import io.github.csscallback.testkit.simulator.fault.Fault;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** What happens in the demo, step by step. */
public final class DemoStory {

    private static final String DOMAIN = "push.example.com";
    private static final String APP = "live";
    /** A number that no document explains. */
    private static final EventType OF_A_LATER_DAY = EventType.of(399);
    /** Event types of the first scene. */
    private static final Set<EventType> OF_A_STREAM = Set.of(
            EventType.STREAM_BEGIN,
            EventType.STREAM_END,
            EventType.RECORD_STATUS,
            EventType.RECORD,
            EventType.SNAPSHOT);

    private static final Duration SLOWEST_PROPAGATION = Duration.ofMinutes(10);
    private static final Duration BETWEEN_TRIES = Duration.ofMinutes(1);
    private static final Duration VALIDITY = Duration.ofMinutes(10);

    private final DemoStage stage;
    private final DemoLines lines;
    private final CssCallbackClient client;
    private final CssSimulator css;
    private final DemoReceiver receiver;
    private final CallbackKey anotherKey;

    DemoStory(
            DemoStage stage,
            CssCallbackClient client,
            CssSimulator css,
            DemoReceiver receiver,
            CallbackKey anotherKey) {
        this.stage = stage;
        this.lines = stage.lines();
        this.client = client;
        this.css = css;
        this.receiver = receiver;
        this.anotherKey = anotherKey;
    }

    void play() {
        lines.opening(css.api().endpoint(), receiver.address());
        long template = templateIsBound();
        streamIsPushed();
        everyOtherKindHappens();
        receiverIsDown();
        packetsComeTwice();
        othersPost();
        templateIsDeleted(template);
    }

    private long templateIsBound() {
        lines.scene("A template for the receiver, made and bound over the management API");
        TemplateSpec.Builder spec = TemplateSpec.named("demo").callbackKey(receiver.key());
        for (EventType type : EventType.known()) {
            if (type.templateField().filter(Site.CHINA::creates).isPresent()) {
                spec.notifyUrl(type, receiver.address());
            } else {
                css.notifyUrl(type, receiver.address());
            }
        }
        css.notifyUrl(OF_A_LATER_DAY, receiver.address());
        CallbackTemplate template = client.createTemplate(spec.build());
        lines.did("created", "template " + template.id() + ", signed, all addresses " + receiver.address());
        client.bind(DOMAIN, APP, template.id());
        lines.did("bound", "template " + template.id() + " to " + DOMAIN + "/" + APP);
        css.push(DOMAIN, APP, "early-bird");
        stage.show();
        return template.id();
    }

    private void streamIsPushed() {
        lines.scene("Ten minutes later the rule is in force: a stream is pushed, recorded, captured and interrupted");
        css.advance(SLOWEST_PROPAGATION);
        SimulatedStream stream = css.push(DOMAIN, APP, "room-1");
        stage.show();
        for (EventType type : List.of(EventType.RECORD_STATUS, EventType.SNAPSHOT, EventType.RECORD)) {
            css.advance(Duration.ofMinutes(5));
            stream.send(type);
            stage.show();
        }
        stream.interrupt();
        stage.show();
    }

    private void everyOtherKindHappens() {
        lines.scene("Every other event type, with two that CSS does not sign and one that this version does not know");
        List<EventType> others = EventType.known().stream()
                .filter(type -> !OF_A_STREAM.contains(type))
                .sorted(Comparator.comparingInt(EventType::number))
                .toList();
        for (EventType type : others) {
            css.send(type, DOMAIN, APP, "room-2");
            stage.show();
        }
        css.send(OF_A_LATER_DAY, DOMAIN, APP, "room-2");
        stage.show();
    }

    private void receiverIsDown() {
        lines.scene("The receiver is down; CSS tries again every minute");
        receiver.close();
        lines.did("closed", "the receiver");
        css.send(EventType.RECORD, DOMAIN, APP, "room-3");
        stage.show();
        for (int n = 0; n < 2; n++) {
            css.advance(BETWEEN_TRIES);
            stage.show();
        }
        receiver.reopen();
        lines.did("opened", "the receiver, on the same port");
        css.advance(BETWEEN_TRIES);
        stage.show();
    }

    private void packetsComeTwice() {
        lines.scene(
                "What comes twice is handled once: CSS repeats a packet, then a response is lost on its way to CSS");
        css.nextFaults(Fault.duplicate());
        css.send(EventType.SNAPSHOT, DOMAIN, APP, "room-4");
        css.nextFaults(Fault.cutAfterResponse());
        css.send(EventType.RECORD, DOMAIN, APP, "room-4");
        css.advance(BETWEEN_TRIES);
        stage.show();
    }

    private void othersPost() {
        lines.scene("Somebody else posts: a forged packet, one that was seen on its way, that one half an hour later,"
                + " and half of one");
        byte[] forged = SamplePackets.of(EventType.RECORD)
                .at(css.clock().instant())
                .signedWith(anotherKey, css.clock().instant().plus(VALIDITY))
                .bytes();
        stage.postAsSomebodyElse("forged with another key", forged);
        SimulatedEvent delivery = css.send(EventType.RECORD, DOMAIN, APP, "room-5");
        stage.show();
        DeliveryAttempt seen = delivery.attempts().get(0);
        stage.postAsSomebodyElse("replayed at once", seen.requestBody());
        css.advance(Duration.ofMinutes(30));
        stage.postAsSomebodyElse("replayed when it is stale", seen.requestBody());
        byte[] request = seen.requestBody();
        stage.postAsSomebodyElse("broken: half of a packet", Arrays.copyOf(request, request.length / 2));
    }

    private void templateIsDeleted(long template) {
        lines.scene("The rule is unbound and the template deleted; when that is in force nothing is sent any more");
        client.unbind(DOMAIN, APP);
        lines.did("unbound", DOMAIN + "/" + APP);
        client.deleteTemplate(template);
        lines.did("deleted", "template " + template);
        css.advance(SLOWEST_PROPAGATION);
        css.push(DOMAIN, APP, "late-comer");
        stage.show();
    }
}
