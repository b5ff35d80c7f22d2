package io.github.csscallback.cli.demo;

import io.github.csscallback.cli.output.Output;
import io.github.csscallback.cli.output.OutputOptions;
import io.github.csscallback.cli.process.CliEnvironment;
import io.github.csscallback.cli.process.JdkServerSettings;
import io.github.csscallback.client.CssCallbackClient;
import io.github.csscallback.client.Endpoint;
import io.github.csscallback.client.credentials.Credentials;
import io.github.csscallback.client.credentials.CredentialsProvider;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.testkit.simulator.CssSimulator;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code css-callback demo}: the whole loop on this machine alone. */
@Command(
        name = "demo",
        header = "Watch the whole loop on this machine, without an account.",
        description = {
            "",
            "Starts a simulated CSS and a receiver on free ports of 127.0.0.1. A template is made and bound over the"
                    + " management API; streams are pushed, recorded, captured and interrupted; events of every type come"
                    + " over HTTP, one survives an outage of the receiver, some come twice; a forged, a stale and a broken"
                    + " packet are rejected. Time is simulated, so that minutes pass at once. Ends by itself with sums from three"
                    + " sides: exit status 0 if all went as it should and they add up.",
            ""
        })
public final class DemoCommand implements Callable<Integer> {

    private static final int KEY_BYTES = 16;

    private final CliEnvironment environment;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    public DemoCommand(CliEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Output out = output.in(environment);
        JdkServerSettings.apply();
        DemoTally tally;
        try (CssSimulator css = CssSimulator.builder().clockShared().start();
                CssCallbackClient client = client(css);
                DemoReceiver receiver = new DemoReceiver(randomKey(), css.clock())) {
            DemoStage stage = new DemoStage(css, receiver, new DemoLines(out, css.clock()));
            new DemoStory(stage, client, css, receiver, randomKey()).play();
            tally = stage.tally();
        }
        out.heading("");
        out.heading(out.coloured("bold", "What each side counted"));
        out.result(tally.json(), tally::text);
        if (!tally.addsUp()) {
            out.say("the demo did not go as it should: " + tally.complaint());
            return 1;
        }
        return 0;
    }

    /** With the simulator's made-up credentials; the user's are not touched. */
    private static CssCallbackClient client(CssSimulator css) {
        Credentials madeUp = Credentials.of(css.api().secretId(), css.api().secretKey());
        return CssCallbackClient.builder()
                .credentials(CredentialsProvider.of(madeUp))
                .site(css.api().site())
                .endpoint(Endpoint.of(css.api().endpoint()))
                .build();
    }

    private static CallbackKey randomKey() {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        return CallbackKey.of(HexFormat.of().formatHex(random));
    }
}
