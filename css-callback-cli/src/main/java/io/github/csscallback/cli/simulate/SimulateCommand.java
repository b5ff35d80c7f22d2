package io.github.csscallback.cli.simulate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.csscallback.cli.convert.HostNameConverter;
import io.github.csscallback.cli.convert.SiteConverter;
import io.github.csscallback.cli.output.Output;
import io.github.csscallback.cli.output.OutputOptions;
import io.github.csscallback.cli.output.TextFormat;
import io.github.csscallback.cli.process.CliEnvironment;
import io.github.csscallback.cli.process.CommandFailureException;
import io.github.csscallback.cli.process.InternalErrorReport;
import io.github.csscallback.cli.process.JdkServerSettings;
import io.github.csscallback.cli.process.UntilStopped;
import io.github.csscallback.cli.process.WrongUsageException;
import io.github.csscallback.cli.service.ServiceOptions;
import io.github.csscallback.cli.simulate.control.ControlListener;
import io.github.csscallback.cli.simulate.control.ControlServer;
import io.github.csscallback.cli.simulate.control.TimeMode;
import io.github.csscallback.core.template.Site;
import io.github.csscallback.testkit.simulator.CssSimulator;
import io.github.csscallback.testkit.simulator.DeliveryState;
import io.github.csscallback.testkit.simulator.SimulatedApi;
import io.github.csscallback.testkit.simulator.SimulatedEvent;
import io.github.csscallback.testkit.simulator.fault.RandomFaults;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code css-callback simulate}: the testkit's CSS as a process. */
@Command(
        name = "simulate",
        header = "Run a simulated CSS, to test a receiver in any language.",
        description = {
            "",
            "A CSS on this machine: its management API takes templates and rules from any client, streams are pushed and"
                    + " interrupted over a control address, and events are signed, posted and sent again as CSS does. The"
                    + " first line on standard output says where both listen, with made-up credentials for the API; then"
                    + " comes one line for each delivery attempt. Ctrl-C stops it.",
            "",
            "Time is simulated unless --time real is given: it stands still until the control address moves it, so that"
                    + " minutes of retries pass at once, and what is due is delivered before a call gets its response. In real"
                    + " time deliveries go on by themselves, and a rule made over the API acts after 5 to 10 minutes. The"
                    + " t of packets is counted from the system's clock in both.",
            ""
        })
public final class SimulateCommand implements Callable<Integer> {

    private final CliEnvironment environment;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Option(
            names = "--api-port",
            paramLabel = "N",
            defaultValue = "0",
            description = "The port of the management API; any free one if not given.")
    private int apiPort;

    @Option(
            names = "--control-port",
            paramLabel = "N",
            defaultValue = "0",
            description = "The port of the control address; any free one if not given.")
    private int controlPort;

    @Option(
            names = "--time",
            paramLabel = "KIND",
            defaultValue = "simulated",
            description = "How time passes: ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if not given.")
    private TimeMode time = TimeMode.simulated;

    @Option(
            names = "--allow-target",
            paramLabel = "HOST",
            converter = HostNameConverter.class,
            description =
                    "Let events go to this host, too, exactly as it stands in the addresses; repeatable. Without it"
                            + " they go to this machine alone, whatever a template says.")
    private List<String> allowedTargets = new ArrayList<>();

    @Option(
            names = "--site",
            paramLabel = "SITE",
            defaultValue = "china",
            converter = SiteConverter.class,
            completionCandidates = SiteConverter.Names.class,
            description = "Whose API it has: ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if not given. The two take"
                    + " different fields.")
    @SuppressWarnings("NullAway.Init") // picocli sets it, since it has a default
    private Site site;

    @Option(
            names = "--propagation",
            paramLabel = "SECONDS",
            description = "How long changes made over the API take to come into force, 0 for none; 300 to 600 at random"
                    + " if not given, as with CSS.")
    private @Nullable Long propagation;

    @Option(
            names = "--random-faults",
            paramLabel = "SHARE",
            arity = "0..1",
            fallbackValue = "0.25",
            description = "Let things go wrong with this share of deliveries, from 0 to 1; ${FALLBACK-VALUE} if none is"
                    + " said.")
    private @Nullable Double randomFaults;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Where everything begins that is made up or random: the same seed and the same calls give the"
                    + " same faults.")
    private @Nullable Long seed;

    private SimulateCommand(CliEnvironment environment) {
        this.environment = environment;
    }

    public static CommandLine line(CliEnvironment environment) {
        CommandLine line = new CommandLine(new SimulateCommand(environment));
        line.getCommandSpec().usageMessage().footer(ControlHelp.TEXT);
        return line;
    }

    @Override
    public Integer call() {
        if (controlPort < 0 || controlPort > 65_535) {
            throw new WrongUsageException("--control-port must be from 0 to 65535");
        }
        Output out = output.in(environment);
        UntilStopped running = new UntilStopped();
        AttemptPrinter printer = new AttemptPrinter(out, running::giveUp);
        CssSimulator.Builder settings = settings().onAttempt(printer);
        JdkServerSettings.apply();
        CssSimulator css = start(settings);
        try {
            steer(css, out, running);
        } finally {
            css.close();
        }
        return 0;
    }

    private void steer(CssSimulator css, Output out, UntilStopped running) {
        ControlServer control = control(css, out);
        try {
            out.result(addresses(css.api(), control), () -> text(css.api(), control, out));
            hint(css, out);
            control.start();
            running.await(() -> {
                css.close();
                control.close();
                out.say("stopped: " + summary(css));
            });
        } finally {
            control.close();
        }
    }

    private CssSimulator.Builder settings() {
        CssSimulator.Builder settings = CssSimulator.builder().site(site);
        try {
            settings.apiPort(apiPort);
            if (propagation != null) {
                settings.propagation(Duration.ofSeconds(propagation));
            }
            if (randomFaults != null) {
                settings.randomFaults(
                        (seed == null ? RandomFaults.random() : RandomFaults.seeded(seed)).probability(randomFaults));
            }
        } catch (IllegalArgumentException e) {
            throw WrongUsageException.of(e);
        }
        if (seed != null) {
            settings.seed(seed);
        }
        allowedTargets.forEach(settings::allowTarget);
        return time == TimeMode.real ? settings.realTime() : settings.simulatedTime();
    }

    private static CssSimulator start(CssSimulator.Builder settings) {
        try {
            return settings.start();
        } catch (UncheckedIOException e) {
            throw new CommandFailureException(
                    e.getMessage() + "; choose another with --api-port, or 0 for any free one");
        }
    }

    private ControlServer control(CssSimulator css, Output out) {
        try {
            return ControlServer.on(controlPort, css, time, listener(out));
        } catch (UncheckedIOException e) {
            throw new CommandFailureException(
                    e.getMessage() + "; choose another with --control-port, or 0 for any free one");
        }
    }

    private static ControlListener listener(Output out) {
        return new ControlListener() {
            @Override
            public void notSent(SimulatedEvent delivery) {
                out.say("not sent: " + AttemptPrinter.named(delivery) + ": "
                        + TextFormat.printable(String.valueOf(delivery.notSentReason())));
            }

            @Override
            public void failed(RuntimeException mistake) {
                InternalErrorReport.lines(mistake).forEach(out::say);
            }
        };
    }

    private static String endpoint(SimulatedApi api) {
        return api.endpoint().toString().replaceFirst("/$", "");
    }

    /** The key is made up for this run, so it may be printed; whoever steers the simulator needs it. */
    private static ObjectNode addresses(SimulatedApi api, ControlServer control) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("api", endpoint(api))
                .put("control", control.address())
                .put("secret_id", api.secretId())
                .put("secret_key", api.secretKey());
    }

    private static String text(SimulatedApi api, ControlServer control, Output out) {
        return String.join(
                System.lineSeparator(),
                "control address " + out.coloured("bold", control.address()) + ", Ctrl-C stops",
                "management API  " + out.coloured("bold", endpoint(api)) + ", for css-callback in another terminal:",
                "",
                "  export " + ServiceOptions.VARIABLE + "=" + endpoint(api),
                "  export TENCENTCLOUD_SECRET_ID=" + api.secretId(),
                "  export TENCENTCLOUD_SECRET_KEY=" + api.secretKey(),
                "");
    }

    private void hint(CssSimulator css, Output out) {
        if (time == TimeMode.simulated) {
            out.say("time is simulated: it stands at " + css.clock().instant()
                    + " until POST /clock/advance to the control address moves it");
        }
        Long used = css.randomSeed();
        if (used != null) {
            out.say("faults at random, --seed " + used + " repeats them");
        }
    }

    private static String summary(CssSimulator css) {
        List<String> parts = new ArrayList<>();
        for (DeliveryState state : DeliveryState.values()) {
            long count = css.events().stream()
                    .filter(delivery -> delivery.state() == state)
                    .count();
            parts.add(count + " " + AttemptPrinter.words(state));
        }
        return String.join(", ", parts) + "; attempts: " + css.attempts().size();
    }
}
