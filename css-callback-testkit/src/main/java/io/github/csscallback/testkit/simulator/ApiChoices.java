package io.github.csscallback.testkit.simulator;

import io.github.csscallback.core.template.Site;
import io.github.csscallback.testkit.internal.api.ApiSettings;
import io.github.csscallback.testkit.internal.api.RequestRates;
import java.security.SecureRandom;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** How the simulated API is to be set up: what was chosen, else its own, with credentials that have the form of real ones. */
final class ApiChoices {

    private static final int LARGEST_PORT = 65_535;
    private static final String LETTERS_AND_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 32;

    private int port;
    private String secretId = "AKID" + drawn();
    private String secretKey = drawn();
    private @Nullable String token;

    Site site = Site.CHINA;
    Clock clock = Clock.systemUTC();
    RequestRates rates = RequestRates.documented();

    void port(int chosen) {
        if (chosen < 0 || chosen > LARGEST_PORT) {
            throw new IllegalArgumentException("the port must be from 0 to 65535, not " + chosen);
        }
        port = chosen;
    }

    /**
     * @throws IllegalArgumentException if the API could not be made with them
     */
    void credentials(String id, String key, @Nullable String ofSession) {
        ApiSettings checked = settings(id, key, ofSession);
        secretId = checked.secretId();
        secretKey = checked.secretKey();
        token = checked.token();
    }

    ApiSettings settings() {
        return settings(secretId, secretKey, token);
    }

    private ApiSettings settings(String id, String key, @Nullable String ofSession) {
        return new ApiSettings(site, id, key, ofSession, port, clock, rates, System::nanoTime);
    }

    private static String drawn() {
        SecureRandom random = new SecureRandom();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            text.append(LETTERS_AND_DIGITS.charAt(random.nextInt(LETTERS_AND_DIGITS.length())));
        }
        return text.toString();
    }
}
