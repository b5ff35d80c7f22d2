package io.github.csscallback.testkit.simulator;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.event.RetrySchedule;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.template.Site;
import io.github.csscallback.core.template.TemplateSpec;
import io.github.csscallback.testkit.SamplePacket;
import io.github.csscallback.testkit.internal.api.ApiSettings;
import io.github.csscallback.testkit.internal.api.RequestRates;
import io.github.csscallback.testkit.internal.api.rule.RuleFormat;
import io.github.csscallback.testkit.internal.packet.StreamName;
import io.github.csscallback.testkit.simulator.fault.Fault;
import io.github.csscallback.testkit.simulator.fault.RandomFaults;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A simulated CSS for testing how a server receives callbacks, in any language: templates and rules over the management
 * API or by {@link #bind}, streams that are pushed and interrupted, events of every type, deliveries signed and retried as
 * by CSS, and faults on demand.
 *
 * <pre>{@code
 * try (CssSimulator css = CssSimulator.builder().clockShared().start()) {
 *     // your receiver, with css.clock() and the template's key, listens on hooks
 *     css.bind("push.example.com", "live", hooks, key);
 *     css.nextFaults(Fault.cutAfterResponse());
 *     SimulatedStream stream = css.push("push.example.com", "live", "room-1"); // delivered, the response lost
 *     css.advance(Duration.ofMinutes(1));                                      // retried
 *     css.await().acknowledged(stream.beginEvent());
 * }
 * }</pre>
 *
 * <p><strong>Time</strong> is simulated, unless {@link Builder#realTime()} is set. It advances by {@link #advance} and
 * {@link #settle} only, also not during a POST (response timeouts are real time). What is due is delivered within the call
 * that made it due, on the caller's thread, one event after the other; a call made during such a run, by a handler or by
 * another thread, adds to the run and returns at once.
 *
 * <p><strong>Targets.</strong> The management API listens on loopback, and packets are sent to loopback only, except to
 * hosts named by {@link Builder#allowTarget}.
 *
 * <p>All events and attempts are kept with their bytes until {@link #reset()}. Safe for use by several threads.
 */
public final class CssSimulator implements AutoCloseable {

    private final Logger log = LoggerFactory.getLogger(CssSimulator.class);
    private final Simulation simulation;
    private final SimulatorSettings settings;
    private volatile boolean closed;

    private CssSimulator(SimulatorSettings settings, Simulation simulation) {
        this.settings = settings;
        this.simulation = simulation;
        log.info("simulated CSS: its API listens on {}, {}", api().endpoint(), clock());
        if (settings.randomFaults() != null) {
            log.info("random faults, seed {}", settings.randomFaults().seed());
        }
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Starts a simulator with simulated time and all defaults. */
    public static CssSimulator start() {
        return builder().start();
    }

    public SimulatorSettings settings() {
        return settings;
    }

    /** The management API: its address and the credentials that it accepts. */
    public SimulatedApi api() {
        return simulation.api;
    }

    /**
     * The simulator's clock. If time is simulated, pass it to the receiver under test and set {@link
     * Builder#clockShared()}.
     */
    public Clock clock() {
        return simulation.scheduler.clock();
    }

    /**
     * Creates a template and binds it without using the API, in force at once. Replaces an existing rule.
     *
     * @param pushDomain the push domain
     * @param appName the push path; empty for all paths of the domain that have no rule of their own
     * @param spec the template
     * @return the template's id
     * @throws IllegalArgumentException if a rule cannot have this domain or path, or the site rejects a field
     * @throws IllegalStateException if the account has the greatest number of templates
     */
    public long bind(String pushDomain, String appName, TemplateSpec spec) {
        checkOpen();
        reject("push domain", RuleFormat.domainError(pushDomain));
        reject("app name", RuleFormat.appNameError(appName));
        return simulation.account.bindAtOnce(pushDomain, appName, spec);
    }

    /**
     * Binds a template that sends all types that have an address in templates of this site to one address, in force at
     * once. Replaces an existing rule.
     *
     * @param pushDomain the push domain
     * @param appName the push path; empty for all paths of the domain that have no rule of their own
     * @param address the address of the receiver under test
     * @param key the callback key to sign with
     * @return the template's id
     * @throws IllegalArgumentException if a rule cannot have this domain or path, or a template this address
     */
    public long bind(String pushDomain, String appName, URI address, CallbackKey key) {
        TemplateSpec.Builder everything =
                TemplateSpec.named("everything").callbackKey(key).beyondConsoleLimits();
        EventType.known().stream()
                .filter(type ->
                        type.templateField().filter(api().site()::creates).isPresent())
                .forEach(type -> everything.notifyUrl(type, address));
        return bind(pushDomain, appName, everything.build());
    }

    private static void reject(String argument, Optional<String> error) {
        error.ifPresent(text -> {
            throw new IllegalArgumentException("the " + argument + " " + text);
        });
    }

    /**
     * Sets the address for a type that has none in templates: the address of a relay task (314), of a monitor (328), of the
     * console (338, 343, 344, 345, 347, 348, 349), or of an undocumented type. Packets are signed with the key of the
     * template in force for the stream, if any; 314 and 328 are never signed.
     *
     * @param type the event type
     * @param address an http or https address, for all streams
     * @throws IllegalArgumentException if templates have an address for the type, or the address has another form
     */
    public void notifyUrl(EventType type, URI address) {
        checkOpen();
        simulation.destinations.set(type, address);
    }

    /**
     * Pushes a stream and emits its begin event. If the name is live in this domain and path, the new push replaces the old
     * one: its begin event is sent first, then the end event of the old session, as CSS may send them. A receiver that does
     * not compare {@code sequence} takes the new stream for ended.
     */
    public SimulatedStream push(String pushDomain, String appName, String streamName) {
        return push(pushDomain, appName, streamName, UnaryOperator.identity());
    }

    /**
     * Pushes a stream with a changed packet of its begin event.
     *
     * @param pushDomain the push domain
     * @param appName the push path
     * @param streamName the name of the stream
     * @param change changes the packet before it is signed
     */
    public SimulatedStream push(
            String pushDomain, String appName, String streamName, UnaryOperator<SamplePacket> change) {
        return simulation.streams.push(new StreamName(pushDomain, appName, streamName), change);
    }

    /**
     * Emits an event of the given type, using the sample packet filled with this stream's names, the simulator's time and
     * new identifying members. A 321 has the {@code sequence} of the stream if it is live. A 1 or 0 belongs to a push
     * session of its own and makes no stream live: see {@link #push}.
     *
     * @return the event; its state is {@link DeliveryState#NOT_SENT} if there is no address to send it to
     */
    public SimulatedEvent send(EventType type, String pushDomain, String appName, String streamName) {
        return send(type, pushDomain, appName, streamName, UnaryOperator.identity());
    }

    /**
     * Emits an event of the given type with a changed packet.
     *
     * @param type the event type, also an undocumented one
     * @param pushDomain the push domain
     * @param appName the push path
     * @param streamName the name of the stream
     * @param change changes the packet before it is signed
     * @return the event; its state is {@link DeliveryState#NOT_SENT} if there is no address to send it to
     */
    public SimulatedEvent send(
            EventType type, String pushDomain, String appName, String streamName, UnaryOperator<SamplePacket> change) {
        return simulation.streams.send(type, new StreamName(pushDomain, appName, streamName), null, change);
    }

    /** Finds the live stream of a name; if it is live in several domains or paths, the one pushed last. */
    public Optional<SimulatedStream> liveStream(String streamName) {
        return simulation.streams.live(streamName);
    }

    /** All live streams in the order of their pushes. */
    public List<SimulatedStream> liveStreams() {
        return simulation.streams.live();
    }

    /**
     * Requests faults for the next event that is sent, of any type. Several calls are for one event each; {@code
     * nextFaults()} without faults sends one event correctly.
     *
     * @throws IllegalArgumentException if the faults contradict each other
     */
    public CssSimulator nextFaults(Fault... faults) {
        checkOpen();
        simulation.faults.add(List.of(faults));
        return this;
    }

    /**
     * Requests faults for the next event of a type; they take precedence over those requested for any type.
     *
     * @throws IllegalArgumentException if the faults contradict each other
     */
    public CssSimulator nextFaults(EventType type, Fault... faults) {
        checkOpen();
        simulation.faults.add(type, List.of(faults));
        return this;
    }

    /**
     * Advances simulated time. Everything due by then is done in order before this method returns; if it is called by a
     * handler or a listener, before the running call returns.
     *
     * @throws IllegalArgumentException if {@code by} is negative
     * @throws IllegalStateException if time is real
     */
    public void advance(Duration by) {
        checkOpen();
        if (by.isNegative()) {
            throw new IllegalArgumentException("time cannot go back: " + by);
        }
        simulation.scheduler.advance(by);
    }

    /**
     * Completes all pending deliveries. Advances simulated time as far as that takes; in real time, waits as {@link
     * Awaiter#settled()} does.
     *
     * @throws AssertionError in real time, if some are still pending after 10 seconds
     */
    public void settle() {
        checkOpen();
        if (settings.realTime()) {
            await().settled();
        } else {
            simulation.scheduler.exhaust();
        }
    }

    /** All events in the order of their occurrence, also those that were not sent; a copy. */
    public List<SimulatedEvent> events() {
        return simulation.history.events();
    }

    /** All attempts in the order of their completion; a copy. */
    public List<DeliveryAttempt> attempts() {
        return simulation.history.attempts();
    }

    /** Waits for a condition in real time, without polling; for 10 seconds unless {@link Awaiter#atMost} is called. */
    public Awaiter await() {
        return new Awaiter(this, simulation.history, !settings.realTime(), Awaiter.DEFAULT);
    }

    /**
     * Summarises the last 20 events for diagnosing a failed test: their state and last response, the seed of random faults,
     * and the likely cause if a receiver rejected a genuine packet. Contains no packet, path or key, unless a response
     * contained one.
     */
    public String report() {
        return simulation.report.text();
    }

    /** The seed of the random faults, or null without random faults. */
    public @Nullable Long randomSeed() {
        return settings.randomFaults() == null ? null : settings.randomFaults().seed();
    }

    /**
     * Discards templates, rules, addresses, live streams, requested faults, events, attempts and everything pending;
     * restarts simulated time and random faults. The API keeps its address and credentials. Identifying members are not
     * repeated, so that a receiver that is not reset does not take new events for duplicates.
     */
    public void reset() {
        checkOpen();
        simulation.reset();
    }

    public boolean isClosed() {
        return closed;
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("the simulator is closed");
        }
    }

    /**
     * Stops the API, cuts a running POST, leaves pending events pending and ends all threads. Events and attempts can still
     * be read. Has no effect the second time.
     */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (!simulation.close()) {
            log.warn("a listener of attempts is still running; its thread is left behind");
        }
    }

    /** The address of the API and the clock. */
    @Override
    public String toString() {
        return "CssSimulator[" + api() + ", " + clock() + "]";
    }

    /** Configures and starts a {@link CssSimulator}; everything has a default. Not safe for use by several threads. */
    public static final class Builder {

        private static final Duration LONGEST = Duration.ofDays(1);
        private static final Duration LONGEST_INTERVAL = Duration.ofDays(7);
        private static final int MOST_RETRIES = 10_000;
        private static final String LETTERS_AND_DIGITS =
                "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

        private boolean realTime;
        private @Nullable Instant start;
        private boolean clockShared;
        private Site site = Site.CHINA;
        private int apiPort;
        private Clock apiClock = Clock.systemUTC();
        private String secretId = "AKID" + randomText();
        private String secretKey = randomText();
        private @Nullable String token;
        private RequestRates requestRates = RequestRates.documented();
        private Duration shortestPropagation = Duration.ofMinutes(5);
        private Duration longestPropagation = Duration.ofMinutes(10);
        private final Map<EventType, RetrySchedule> retries = new HashMap<>();
        private @Nullable Duration responseTimeout;
        private final Map<EventType, Duration> responseTimeouts = new HashMap<>();
        private SignatureOnRetry signatureOnRetry = SignatureOnRetry.RENEWED;
        private Duration validity = Duration.ofMinutes(10);
        private final Set<String> allowedTargets = new HashSet<>();
        private @Nullable RandomFaults randomFaults;
        private @Nullable Long seed;
        private int workers = 4;
        private @Nullable SSLSocketFactory sockets;
        private final List<Consumer<DeliveryAttempt>> listeners = new ArrayList<>();

        private Builder() {}

        private static String randomText() {
            return new SecureRandom()
                    .ints(32, 0, LETTERS_AND_DIGITS.length())
                    .mapToObj(at -> LETTERS_AND_DIGITS.substring(at, at + 1))
                    .collect(Collectors.joining());
        }

        /** Uses real time: events are sent by threads of the simulator, retries after real minutes. */
        public Builder realTime() {
            this.realTime = true;
            return this;
        }

        /** Uses simulated time from the current second on. This is the default. */
        public Builder simulatedTime() {
            this.realTime = false;
            this.start = null;
            return this;
        }

        /** Uses simulated time that starts at the given instant. */
        public Builder simulatedTime(Instant start) {
            this.realTime = false;
            this.start = Objects.requireNonNull(start, "start");
            return this;
        }

        /**
         * Declares that the receiver under test uses {@link CssSimulator#clock()}, so {@code t} is counted from it. Otherwise
         * {@code t} is counted from the system clock, and a kept signature does not age while simulated time passes.
         */
        public Builder clockShared() {
            this.clockShared = true;
            return this;
        }

        /** Declares that the receiver under test uses the system clock: the default, but not of {@code CssSimulatorExtension}. */
        public Builder clockNotShared() {
            this.clockShared = false;
            return this;
        }

        /** Sets the site whose API is simulated; by default {@link Site#CHINA}. */
        public Builder site(Site site) {
            this.site = Objects.requireNonNull(site, "site");
            return this;
        }

        /**
         * Sets the port of the management API on 127.0.0.1.
         *
         * @param apiPort from 1 to 65535, or 0 for any free port, the default
         * @throws IllegalArgumentException if it is not in that range
         */
        public Builder apiPort(int apiPort) {
            if (apiPort < 0 || apiPort > 65_535) {
                throw new IllegalArgumentException("the port must be from 0 to 65535, not " + apiPort);
            }
            this.apiPort = apiPort;
            return this;
        }

        /** Sets the clock that the timestamps of API requests are compared with; by default the system clock. */
        public Builder apiClock(Clock apiClock) {
            this.apiClock = Objects.requireNonNull(apiClock, "apiClock");
            return this;
        }

        /**
         * Sets the permanent credentials that the API accepts; by default made-up ones. Never use real credentials.
         *
         * @throws IllegalArgumentException if the key is blank, or the id does not have the form of a SecretId
         */
        public Builder credentials(String secretId, String secretKey) {
            return setCredentials(secretId, secretKey, null);
        }

        /**
         * Sets the temporary credentials that the API accepts. Never use real credentials.
         *
         * @throws IllegalArgumentException if the key is blank, or id or token do not have a valid form
         */
        public Builder temporaryCredentials(String secretId, String secretKey, String token) {
            return setCredentials(secretId, secretKey, Objects.requireNonNull(token, "token"));
        }

        private Builder setCredentials(String secretId, String secretKey, @Nullable String token) {
            apiSettings(secretId, secretKey, token); // checks them
            this.secretId = secretId;
            this.secretKey = secretKey;
            this.token = token;
            return this;
        }

        /**
         * Sets the time until a change made over the management API is in force, equal for all changes.
         *
         * @param propagation from 0 to a day
         * @throws IllegalArgumentException if it is not in that range
         */
        public Builder propagation(Duration propagation) {
            return propagation(propagation, propagation);
        }

        /**
         * Sets the time until a change made over the management API is in force, drawn for each change; by default 5 to 10
         * minutes.
         *
         * @throws IllegalArgumentException if {@code 0 <= shortest <= longest <= 1 day} does not hold
         */
        public Builder propagation(Duration shortest, Duration longest) {
            if (shortest.isNegative() || longest.compareTo(LONGEST) > 0 || shortest.compareTo(longest) > 0) {
                throw new IllegalArgumentException(
                        "propagation takes from 0 to at most a day, not from " + shortest + " to " + longest);
            }
            this.shortestPropagation = shortest;
            this.longestPropagation = longest;
            return this;
        }

        /**
         * Sets the retries of a type; by default {@link EventType#retrySchedule()}. Without retries, a count of 0, an event
         * is given up after the first attempt.
         *
         * @throws IllegalArgumentException if the count is greater than 10,000 or the interval longer than 7 days
         */
        public Builder retries(EventType type, RetrySchedule retries) {
            if (retries.count() > MOST_RETRIES || retries.interval().compareTo(LONGEST_INTERVAL) > 0) {
                throw new IllegalArgumentException("retries must be at most " + MOST_RETRIES
                        + ", at most 7 days apart, not " + retries.count() + ", " + retries.interval());
            }
            this.retries.put(Objects.requireNonNull(type, "type"), retries);
            return this;
        }

        /**
         * Sets the response timeout of all types, in real time; by default 20 seconds. It does not lengthen the 5 seconds
         * of 321.
         *
         * @throws IllegalArgumentException if it is not positive, or longer than a day
         */
        public Builder responseTimeout(Duration responseTimeout) {
            this.responseTimeout = positive("response timeout", responseTimeout);
            return this;
        }

        /**
         * Sets the response timeout of a type, in real time. For 321 it is also the packet's {@code timeout}.
         *
         * @throws IllegalArgumentException if it is not positive, or longer than a day
         */
        public Builder responseTimeout(EventType type, Duration responseTimeout) {
            responseTimeouts.put(Objects.requireNonNull(type, "type"), positive("response timeout", responseTimeout));
            return this;
        }

        /** Sets whether retries are signed anew, which is the default; faults take precedence. */
        public Builder signatureOnRetry(SignatureOnRetry signatureOnRetry) {
            this.signatureOnRetry = Objects.requireNonNull(signatureOnRetry, "signatureOnRetry");
            return this;
        }

        /**
         * Sets the time from signing a packet to its {@code t}; by default 600 seconds, as with CSS.
         *
         * @throws IllegalArgumentException if it is not positive, or longer than a day
         */
        public Builder validity(Duration validity) {
            this.validity = positive("validity", validity);
            return this;
        }

        private static Duration positive(String property, Duration value) {
            if (value.isNegative() || value.isZero() || value.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException(
                        "the " + property + " must be positive and at most a day, not " + value);
            }
            return value;
        }

        /**
         * Permits a host besides loopback as a target of packets. Events for other hosts are not sent.
         *
         * @param host a name or an IP address, exactly as in the addresses
         * @throws IllegalArgumentException if it is blank
         */
        public Builder allowTarget(String host) {
            if (host.isBlank()) {
                throw new IllegalArgumentException("the host must not be blank");
            }
            allowedTargets.add(host);
            return this;
        }

        /** Injects random faults into events that no faults were requested for. */
        public Builder randomFaults(RandomFaults randomFaults) {
            this.randomFaults = Objects.requireNonNull(randomFaults, "randomFaults");
            return this;
        }

        /**
         * Sets the seed of all generated values: sequences, file ids, propagation times. The same seed, start of simulated
         * time and calls give the same attempts, byte for byte. By default the seed of the random faults, else a random one,
         * so that a receiver that outlives a simulator does not take the events of the next one for duplicates.
         */
        public Builder seed(long seed) {
            this.seed = seed;
            return this;
        }

        /**
         * Sets the number of events sent at the same time in real time; by default 4. In simulated time it is always 1.
         *
         * @param workers from 1 to 1000
         * @throws IllegalArgumentException if it is not in that range
         */
        public Builder workers(int workers) {
            if (workers < 1 || workers > 1000) {
                throw new IllegalArgumentException("workers must be from 1 to 1000, not " + workers);
            }
            this.workers = workers;
            return this;
        }

        /** Removes all rate limits of the management API. */
        public Builder rateLimitsOff() {
            this.requestRates = RequestRates.off();
            return this;
        }

        /**
         * Sets the number of requests per second that the management API accepts for an action.
         *
         * @param action the name, such as {@code CreateLiveCallbackTemplate}
         * @param perSecond at least 1
         * @throws IllegalArgumentException if there is no such action, or the rate is less than 1
         */
        public Builder requestRate(String action, int perSecond) {
            Set<String> actions = RequestRates.documented().perSecond().keySet();
            if (!actions.contains(action)) {
                throw new IllegalArgumentException(
                        "the API has no action " + action + "; it has " + new TreeSet<>(actions));
            }
            this.requestRates = requestRates.with(action, perSecond);
            return this;
        }

        /**
         * Sets the TLS context for receivers with https addresses; by default that of the JVM.
         *
         * @throws IllegalStateException if it is not initialised
         */
        public Builder sslContext(SSLContext sslContext) {
            this.sockets = sslContext.getSocketFactory();
            return this;
        }

        /** Adds a listener for attempts, called on the thread of the attempt. Its exceptions are logged and ignored. */
        public Builder onAttempt(Consumer<DeliveryAttempt> listener) {
            listeners.add(Objects.requireNonNull(listener, "listener"));
            return this;
        }

        /**
         * Starts the simulator and its management API.
         *
         * @throws java.io.UncheckedIOException if the port is not available
         */
        public CssSimulator start() {
            SimulatorSettings settings = settings();
            return new CssSimulator(
                    settings,
                    new Simulation(settings, apiSettings(secretId, secretKey, token), sockets, List.copyOf(listeners)));
        }

        private SimulatorSettings settings() {
            return new SimulatorSettings(
                    realTime,
                    start,
                    clockShared,
                    site,
                    apiPort,
                    apiClock,
                    requestRates.perSecond(),
                    shortestPropagation,
                    longestPropagation,
                    retries,
                    responseTimeout,
                    responseTimeouts,
                    signatureOnRetry,
                    validity,
                    allowedTargets,
                    randomFaults,
                    seed,
                    workers);
        }

        private ApiSettings apiSettings(String secretId, String secretKey, @Nullable String token) {
            return new ApiSettings(site, secretId, secretKey, token, apiPort, apiClock, requestRates, System::nanoTime);
        }

        /** The settings, without credentials. */
        @Override
        public String toString() {
            return "Builder[" + settings() + "]";
        }
    }
}
