package io.github.csscallback.testkit.simulator;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.template.TemplateSpec;
import io.github.csscallback.testkit.SamplePacket;
import io.github.csscallback.testkit.internal.api.RuleText;
import io.github.csscallback.testkit.internal.packet.StreamName;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A CSS on your machine, to test how a server takes callbacks, in whatever language it is written: templates and rules over
 * the management API or by {@link #bind}, streams that are pushed and interrupted, events of every kind, deliveries that
 * are signed and sent again as CSS does, and the faults that you ask for.
 *
 * <pre>{@code
 * try (CssSimulator css = CssSimulator.builder().clockShared().start()) {
 *     // your receiver, with css.clock() and the template's key, listens on hooks
 *     css.bind("push.example.com", "live", hooks, key);
 *     css.nextFaults(Fault.cutAfterAnswer());
 *     SimulatedStream stream = css.push("push.example.com", "live", "room-1"); // delivered, the answer lost
 *     css.advance(Duration.ofMinutes(1));                                      // sent again
 *     css.await().acknowledged(stream.begun());
 * }
 * }</pre>
 *
 * <p><strong>Time.</strong> Unless {@link CssSimulatorBuilder#realTime()} is asked for, time is simulated. It stands still
 * but for {@link #advance} and {@link #settle}, also during a POST (time limits of answers are real). What is due now is
 * delivered within the call that caused it, on the caller's thread, one after the other; a call that is made while such a
 * run goes on, from a handler or another thread, adds to the run and returns at once.
 *
 * <p><strong>Where packets go.</strong> The management API listens on loopback, and packets go to loopback alone unless
 * {@link CssSimulatorBuilder#allowTarget} names their host.
 *
 * <p>Everything that was sent is kept, with all bytes, until {@link #reset()}. Safe for use by several threads.
 */
public final class CssSimulator implements AutoCloseable {

    private final Logger log = LoggerFactory.getLogger(CssSimulator.class);
    private final Simulation simulation;
    private final boolean simulatedTime;
    private final @Nullable RandomFaults randomFaults;
    private volatile boolean closed;

    CssSimulator(CssSimulatorBuilder settings) {
        this.simulation = new Simulation(settings);
        this.simulatedTime = !settings.realTime;
        this.randomFaults = settings.randomFaults;
        log.info("simulated CSS: its API listens on {}, {}", api().endpoint(), clock());
        if (randomFaults != null) {
            log.info("faults at random, seed {}", randomFaults.seed());
        }
    }

    /**
     * Begins a simulator.
     *
     * @return the builder
     */
    public static CssSimulatorBuilder builder() {
        return new CssSimulatorBuilder();
    }

    /**
     * Starts a simulator in simulated time, with all defaults.
     *
     * @return the running simulator; close it
     */
    public static CssSimulator start() {
        return builder().start();
    }

    /**
     * Its management API.
     *
     * @return where it listens and what to sign with
     */
    public SimulatedApi api() {
        return simulation.api;
    }

    /**
     * Its time. Hand it to the receiver under test if time is simulated, and say so: {@link
     * CssSimulatorBuilder#clockShared()}.
     *
     * @return a clock that shows the simulator's time whenever it is asked
     */
    public Clock clock() {
        return simulation.agenda.clock();
    }

    /**
     * Makes a template and binds it, beside the API and in force at once. It replaces a rule that is there.
     *
     * @param domain push domain
     * @param app push path; empty for all of the domain that have no rule of their own
     * @param spec the template
     * @return the template's id
     * @throws IllegalArgumentException if no rule can have such a domain or path, or the site does not take a field
     * @throws IllegalStateException if the account has as many templates as it may have
     */
    public long bind(String domain, String app, TemplateSpec spec) {
        checkOpen();
        refuse("domain", RuleText.whyNotDomain(domain));
        refuse("app", RuleText.whyNotApp(app));
        return simulation.account.bindAtOnce(domain, app, spec);
    }

    /**
     * Binds a template that sends everything to one address: every kind that has an address in templates of this site. In
     * force at once, in place of a rule that is there.
     *
     * @param domain push domain
     * @param app push path; empty for all of the domain that have no rule of their own
     * @param address where the receiver under test listens
     * @param key the callback key to sign with
     * @return the template's id
     * @throws IllegalArgumentException if no rule can have such a domain or path, or the address is refused
     */
    public long bind(String domain, String app, URI address, CallbackKey key) {
        TemplateSpec.Builder everything =
                TemplateSpec.named("everything").callbackKey(key).beyondConsoleLimits();
        EventType.known().stream()
                .filter(type ->
                        type.templateField().filter(api().site()::creates).isPresent())
                .forEach(type -> everything.notifyUrl(type, address));
        return bind(domain, app, everything.build());
    }

    private static void refuse(String what, Optional<String> why) {
        why.ifPresent(words -> {
            throw new IllegalArgumentException("the " + what + " " + words);
        });
    }

    /**
     * Sets where events of a kind go whose address stands in no template: that of a relay task (314), of a monitor (328),
     * of the console (338, 343, 344, 345, 347, 348, 349), or of a kind that nobody documents yet. What goes there is signed
     * with the key of the template that is in force for the stream, if there is one and it has a key; 314 and 328 are never
     * signed.
     *
     * @param type the kind
     * @param address an http or https address, the same for all streams
     * @throws IllegalArgumentException if the kind's address stands in templates, or the address has another form
     */
    public void notifyUrl(EventType type, URI address) {
        checkOpen();
        simulation.destinations.set(type, address);
    }

    /**
     * Pushes a stream: the event of its begin goes out. If the name is live in this domain and path already, the new push
     * replaces the old: its begin goes out, then the end of the old session, in this order, as CSS may send them; a receiver
     * that does not compare {@code sequence} takes the new stream for ended.
     *
     * @param domain push domain
     * @param app push path
     * @param stream stream name
     * @return the session
     */
    public SimulatedStream push(String domain, String app, String stream) {
        return push(domain, app, stream, UnaryOperator.identity());
    }

    /**
     * Pushes a stream, with other members in the packet of its begin.
     *
     * @param domain push domain
     * @param app push path
     * @param stream stream name
     * @param change what to change in the packet; {@code t} and {@code sign} are set afterwards
     * @return the session
     */
    public SimulatedStream push(String domain, String app, String stream, UnaryOperator<SamplePacket> change) {
        return simulation.events.push(new StreamName(domain, app, stream), change);
    }

    /**
     * Has an event of any kind happen: its packet is the complete sample of the kind, with this stream's names, the time of
     * the simulator, and identifying members of its own. A 321 has the {@code sequence} of the stream if it is live. A 1 or 0
     * sent like this belongs to a push session of its own, and makes no stream live: see {@link #push}.
     *
     * @param type the kind; also one that nobody documents
     * @param domain push domain
     * @param app push path
     * @param stream stream name
     * @return its delivery; if there is nowhere to send it, its state is {@link DeliveryState#NOT_SENT}
     */
    public SimulatedDelivery send(EventType type, String domain, String app, String stream) {
        return send(type, domain, app, stream, UnaryOperator.identity());
    }

    /**
     * Has an event of any kind happen, with other members in its packet.
     *
     * @param type the kind; also one that nobody documents
     * @param domain push domain
     * @param app push path
     * @param stream stream name
     * @param change what to change in the packet; {@code t} and {@code sign} are set afterwards
     * @return its delivery; if there is nowhere to send it, its state is {@link DeliveryState#NOT_SENT}
     */
    public SimulatedDelivery send(
            EventType type, String domain, String app, String stream, UnaryOperator<SamplePacket> change) {
        return simulation.events.send(type, new StreamName(domain, app, stream), null, change);
    }

    /**
     * The live stream of a name.
     *
     * @param stream stream name; if it is live in several domains or paths, the one pushed last
     * @return the session, or empty if it is not live
     */
    public Optional<SimulatedStream> live(String stream) {
        return simulation.events.live(stream);
    }

    /**
     * All live streams.
     *
     * @return in the order they were pushed
     */
    public List<SimulatedStream> liveStreams() {
        return simulation.events.live();
    }

    /**
     * Asks for faults of the next delivery that is sent, of whatever kind. Asked for several times, the faults of each call
     * are for one delivery more; {@code nextFaults()} without any lets one go as it should.
     *
     * @param which the faults
     * @return this
     * @throws IllegalArgumentException if they contradict each other
     */
    public CssSimulator nextFaults(Fault... which) {
        checkOpen();
        simulation.faults.add(List.of(which));
        return this;
    }

    /**
     * Asks for faults of the next delivery of a kind; they go before those asked for without a kind.
     *
     * @param type the kind
     * @param which the faults
     * @return this
     * @throws IllegalArgumentException if they contradict each other
     */
    public CssSimulator nextFaults(EventType type, Fault... which) {
        checkOpen();
        simulation.faults.add(type, List.of(which));
        return this;
    }

    /**
     * Moves simulated time on; all that falls due by then is done, in order, before this returns (or, called from a handler
     * or a listener, before the running call does).
     *
     * @param by zero or more
     * @throws IllegalArgumentException if it is negative
     * @throws IllegalStateException in real time
     */
    public void advance(Duration by) {
        checkOpen();
        if (by.isNegative()) {
            throw new IllegalArgumentException("time cannot go back: " + by);
        }
        simulation.agenda.advance(by);
    }

    /**
     * Lets every pending delivery come to its end. In simulated time the clock moves as far as that takes; in real time this
     * waits, as {@link Waiting#settled()}.
     *
     * @throws AssertionError in real time, if some are still pending after 10 seconds
     */
    public void settle() {
        checkOpen();
        if (simulatedTime) {
            simulation.agenda.exhaust();
        } else {
            await().settled();
        }
    }

    /**
     * All deliveries.
     *
     * @return in the order their events happened, those that were not sent included; a copy
     */
    public List<SimulatedDelivery> deliveries() {
        return simulation.ledger.deliveries();
    }

    /**
     * All attempts.
     *
     * @return in the order they were over; a copy
     */
    public List<DeliveryAttempt> attempts() {
        return simulation.ledger.attempts();
    }

    /**
     * Waits for something, in real time and without polling.
     *
     * @return what to wait with, for 10 seconds unless told otherwise
     */
    public Waiting await() {
        return new Waiting(this, simulation.ledger, simulatedTime, Waiting.STANDARD);
    }

    /**
     * What happened so far, for people who wonder why a test failed: deliveries with their state and last answer, the seed of
     * random faults, and what is probably wrong where a receiver refused a genuine packet. No packet, path or key stands in
     * it, unless the receiver answered with one.
     *
     * @return some lines of text, about the 20 last deliveries at most
     */
    public String whatHappened() {
        return simulation.whatHappened.text();
    }

    /**
     * Where random faults began.
     *
     * @return their seed; empty without random faults
     */
    public OptionalLong randomSeed() {
        return randomFaults == null ? OptionalLong.empty() : OptionalLong.of(randomFaults.seed());
    }

    /**
     * Forgets everything but itself: templates, rules, addresses, live streams, faults asked for, deliveries and attempts,
     * and what is still pending; simulated time goes back to its start, and random faults begin anew from their seed. The
     * API stays where it is with its credentials. Identifying members go on, so that a receiver that was not reset does not
     * take new events for repeats.
     */
    public void reset() {
        checkOpen();
        simulation.reset();
    }

    /**
     * Whether it was closed.
     *
     * @return true from the call of {@link #close()} on
     */
    public boolean isClosed() {
        return closed;
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("the simulator is closed");
        }
    }

    /**
     * Stops: the API no longer listens, a POST that is under way is cut, what is pending stays so, and no thread is left.
     * What happened can still be read. Does nothing the second time.
     */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (!simulation.close()) {
            log.warn("a listener of attempts still runs; its thread is left behind");
        }
    }

    /**
     * Where its API listens and what time it is; no key.
     *
     * @return a short text
     */
    @Override
    public String toString() {
        return "CssSimulator[" + api() + ", " + clock() + "]";
    }
}
