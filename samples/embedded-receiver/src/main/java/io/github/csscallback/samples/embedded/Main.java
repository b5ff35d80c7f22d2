package io.github.csscallback.samples.embedded;

import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.signature.CallbackKeys;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the sample: key from the environment, port from the environment, Ctrl-C to stop. */
public final class Main {

    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    private Main() {}

    /**
     * Runs it.
     *
     * @param args none
     * @throws IOException if the port cannot be listened on
     */
    public static void main(String[] args) throws IOException {
        String variable = System.getenv("CSS_CALLBACK_KEY");
        if (variable == null || variable.isBlank()) {
            LOG.error("Set CSS_CALLBACK_KEY to the key of your callback template.");
            System.exit(2);
            return;
        }
        // Several while you change the key: the old one stays in use for 5 to 10 minutes.
        List<CallbackKey> keys =
                Arrays.stream(variable.split(",", -1)).map(CallbackKey::of).toList();
        String port = System.getenv().getOrDefault("PORT", "8080");

        RecordingArchive archive = new RecordingArchive();
        OwnServer server =
                new OwnServer(Integer.parseInt(port), Callbacks.receiver(CallbackKeys.of(keys), archive), archive);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        LOG.info("listening on {}", server.address("/css"));
    }
}
