package io.github.csscallback.testkit.simulator;

import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.template.Site;
import io.github.csscallback.testkit.internal.api.RequestRates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Sets up a {@link CssSimulator}; everything has a default. Not safe for use by several threads. */
public final class CssSimulatorBuilder {

    private static final Duration LONGEST = Duration.ofDays(1);

    final Map<EventType, RetrySchedule> retries = new HashMap<>();
    final Map<EventType, Duration> answerTimeouts = new HashMap<>();
    Duration answerTimeout = Limits.STANDARD_ANSWER_TIMEOUT;
    final Set<String> allowedTargets = new HashSet<>();
    final List<Consumer<DeliveryAttempt>> listeners = new ArrayList<>();
    final ApiChoices api = new ApiChoices();
    boolean realTime;
    boolean clockShared;
    Duration propagationLeast = Propagation.LEAST;
    Duration propagationMost = Propagation.MOST;
    SignatureOnRetry signatureOnRetry = SignatureOnRetry.RENEWED;
    Duration validity = Duration.ofMinutes(10);
    int workers = 4;

    @Nullable
    Instant start;

    @Nullable
    SSLSocketFactory sockets;

    @Nullable
    Long seed;

    @Nullable
    RandomFaults randomFaults;

    CssSimulatorBuilder() {}

    /**
     * Lets time pass as it does: events go out by threads of the simulator, retries come after real minutes.
     *
     * @return this
     */
    public CssSimulatorBuilder realTime() {
        this.realTime = true;
        return this;
    }

    /**
     * Lets time stand still until {@link CssSimulator#advance} moves it, from the present second on. This is the default.
     *
     * @return this
     */
    public CssSimulatorBuilder simulatedTime() {
        this.realTime = false;
        this.start = null;
        return this;
    }

    /**
     * Lets time stand still until {@link CssSimulator#advance} moves it.
     *
     * @param from where it begins
     * @return this
     */
    public CssSimulatorBuilder simulatedTime(Instant from) {
        this.realTime = false;
        this.start = Objects.requireNonNull(from, "from");
        return this;
    }

    /**
     * Says that the receiver under test goes by {@link CssSimulator#clock()}: then {@code t} is counted from it, too. Without
     * this call it is counted from the system's clock, and a kept signature does not age while simulated time passes.
     *
     * @return this
     */
    public CssSimulatorBuilder clockShared() {
        this.clockShared = true;
        return this;
    }

    /**
     * Says that the receiver under test goes by the system's clock: the default here, and how to take back what
     * {@code CssSimulatorExtension} sets.
     *
     * @return this
     */
    public CssSimulatorBuilder clockNotShared() {
        this.clockShared = false;
        return this;
    }

    /**
     * Whose management API it has; {@link Site#CHINA} if not given.
     *
     * @param which the site
     * @return this
     */
    public CssSimulatorBuilder site(Site which) {
        api.site = Objects.requireNonNull(which, "which");
        return this;
    }

    /**
     * Where on 127.0.0.1 the management API listens; on any free port if not given.
     *
     * @param port from 1 to 65535, or 0 for any free one
     * @return this
     * @throws IllegalArgumentException if it is not in that range
     */
    public CssSimulatorBuilder apiPort(int port) {
        api.port(port);
        return this;
    }

    /**
     * What the management API compares the time of requests with; the system's clock if not given, not that of events.
     *
     * @param clock the clock
     * @return this
     */
    public CssSimulatorBuilder apiClock(Clock clock) {
        api.clock = Objects.requireNonNull(clock, "clock");
        return this;
    }

    /**
     * What the management API accepts; made up if not given. Never give real credentials.
     *
     * @param id the SecretId
     * @param key the SecretKey
     * @return this
     * @throws IllegalArgumentException if the key is blank, or the id has a form that no SecretId has
     */
    public CssSimulatorBuilder credentials(String id, String key) {
        api.credentials(id, key, null);
        return this;
    }

    /**
     * What the management API accepts, as credentials of a role: requests must have their token, too. Never give real
     * credentials.
     *
     * @param id the SecretId
     * @param key the SecretKey
     * @param token what X-TC-Token must hold
     * @return this
     * @throws IllegalArgumentException if the key is blank, or id or token have a form that none has
     */
    public CssSimulatorBuilder temporaryCredentials(String id, String key, String token) {
        api.credentials(id, key, Objects.requireNonNull(token, "token"));
        return this;
    }

    /**
     * How long a change made over the management API takes to come into force; 5 to 10 minutes if not given.
     *
     * @param time zero or more, the same for each change
     * @return this
     * @throws IllegalArgumentException if it is negative or longer than a day
     */
    public CssSimulatorBuilder propagation(Duration time) {
        return propagation(time, time);
    }

    /**
     * How long a change made over the management API takes to come into force, drawn anew for each change.
     *
     * @param least zero or more
     * @param most not less
     * @return this
     * @throws IllegalArgumentException if it is negative, longer than a day, or the bounds are in the wrong order
     */
    public CssSimulatorBuilder propagation(Duration least, Duration most) {
        if (least.isNegative() || most.compareTo(LONGEST) > 0 || least.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "propagation takes from 0 to at most a day, not from " + least + " to " + most);
        }
        this.propagationLeast = least;
        this.propagationMost = most;
        return this;
    }

    /**
     * How often and how far apart events of a kind are sent again; {@link RetrySchedule} says what holds if not given.
     *
     * @param type the kind
     * @param schedule its retries
     * @return this
     */
    public CssSimulatorBuilder retries(EventType type, RetrySchedule schedule) {
        retries.put(Objects.requireNonNull(type, "type"), Objects.requireNonNull(schedule, "schedule"));
        return this;
    }

    /**
     * How long CSS waits for an answer; 20 seconds if not given. For 321, which says so itself, never more than 5.
     *
     * @param realTime a positive length of time, in real time also where the simulator's is simulated
     * @return this
     * @throws IllegalArgumentException if it is not positive, or longer than a day
     */
    public CssSimulatorBuilder answerTimeout(Duration realTime) {
        this.answerTimeout = Limits.positive("answer time-out", realTime);
        return this;
    }

    /**
     * How long CSS waits for the answer to events of a kind. For 321 the packet's {@code timeout} says it.
     *
     * @param type the kind
     * @param realTime a positive length of time, in real time also where the simulator's is simulated
     * @return this
     * @throws IllegalArgumentException if it is not positive, or longer than a day
     */
    public CssSimulatorBuilder answerTimeout(EventType type, Duration realTime) {
        answerTimeouts.put(Objects.requireNonNull(type, "type"), Limits.positive("answer time-out", realTime));
        return this;
    }

    /**
     * What becomes of {@code t} and {@code sign} on retries; renewed if not given. Faults may decide for a single delivery.
     *
     * @param what kept or renewed
     * @return this
     */
    public CssSimulatorBuilder signatureOnRetry(SignatureOnRetry what) {
        this.signatureOnRetry = Objects.requireNonNull(what, "what");
        return this;
    }

    /**
     * How long after its signing a packet expires; 600 seconds if not given, as CSS has it.
     *
     * @param time a positive length of time; what is below a second is dropped from {@code t}
     * @return this
     * @throws IllegalArgumentException if it is not positive, or longer than a day
     */
    public CssSimulatorBuilder validity(Duration time) {
        this.validity = Limits.positive("validity", time);
        return this;
    }

    /**
     * Lets packets go to a host beside loopback. Events for any other are not sent, whatever a template says.
     *
     * @param host a name or an IP address, exactly as in the addresses
     * @return this
     * @throws IllegalArgumentException if it is blank
     */
    public CssSimulatorBuilder allowTarget(String host) {
        if (host.isBlank()) {
            throw new IllegalArgumentException("the host must not be blank");
        }
        allowedTargets.add(host);
        return this;
    }

    /**
     * Makes things go wrong at random. Deliveries that faults were asked for have those alone.
     *
     * @param faults which, how often, and from which seed
     * @return this
     */
    public CssSimulatorBuilder randomFaults(RandomFaults faults) {
        this.randomFaults = Objects.requireNonNull(faults, "faults");
        return this;
    }

    /**
     * Where everything begins that is made up: sequences, file ids, how long changes take. The same seed, the same start of
     * simulated time and the same calls give the same attempts, byte for byte. If not given, that of the random faults, else
     * another one each time, so that a receiver that outlives a simulator does not take the next one's events for repeats.
     *
     * @param value any number
     * @return this
     */
    public CssSimulatorBuilder seed(long value) {
        this.seed = value;
        return this;
    }

    /**
     * How many events are sent at a time in real time; 4 if not given. In simulated time they are sent one by one.
     *
     * @param threads from 1 to 1000
     * @return this
     * @throws IllegalArgumentException if it is not in that range
     */
    public CssSimulatorBuilder workers(int threads) {
        if (threads < 1 || threads > 1000) {
            throw new IllegalArgumentException("workers must be from 1 to 1000, not " + threads);
        }
        this.workers = threads;
        return this;
    }

    /**
     * Lets the management API take any number of requests; otherwise it has the documented rates.
     *
     * @return this
     */
    public CssSimulatorBuilder rateLimitsOff() {
        api.rates = RequestRates.off();
        return this;
    }

    /**
     * How many requests of an action the management API takes in a second.
     *
     * @param action its name, such as {@code CreateLiveCallbackTemplate}
     * @param perSecond at least 1
     * @return this
     * @throws IllegalArgumentException if the API has no such action, or the rate is less than 1
     */
    public CssSimulatorBuilder requestRate(String action, int perSecond) {
        Set<String> actions = RequestRates.documented().perSecond().keySet();
        if (!actions.contains(action)) {
            throw new IllegalArgumentException(
                    "the API has no action " + action + "; it has " + new TreeSet<>(actions));
        }
        api.rates = api.rates.with(action, perSecond);
        return this;
    }

    /**
     * Which certificates of receivers with https addresses are trusted; those of the JVM if not given.
     *
     * @param context where connections are made from
     * @return this
     * @throws IllegalStateException if it is not initialised
     */
    public CssSimulatorBuilder sslContext(SSLContext context) {
        this.sockets = context.getSocketFactory();
        return this;
    }

    /**
     * Who is told of each attempt, on the thread that made it. What it throws is logged and changes nothing. Several may be
     * given.
     *
     * @param listener who is told
     * @return this
     */
    public CssSimulatorBuilder onAttempt(Consumer<DeliveryAttempt> listener) {
        listeners.add(Objects.requireNonNull(listener, "listener"));
        return this;
    }

    /**
     * Starts it: its management API listens.
     *
     * @return the running simulator; close it
     * @throws java.io.UncheckedIOException if the port cannot be listened on
     */
    public CssSimulator start() {
        return new CssSimulator(this);
    }
}
