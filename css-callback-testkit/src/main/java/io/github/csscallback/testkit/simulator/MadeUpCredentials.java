package io.github.csscallback.testkit.simulator;

import io.github.csscallback.testkit.internal.api.ApiSettings;
import java.security.SecureRandom;

/** Credentials for the simulated API: those given, or made up in the form of real ones. */
final class MadeUpCredentials {

    private static final String LETTERS_AND_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 32;

    private MadeUpCredentials() {}

    static ApiSettings apiSettings(CssSimulatorBuilder settings) {
        String id = settings.secretId;
        String key = settings.secretKey;
        return new ApiSettings(
                settings.site,
                id == null ? "AKID" + drawn() : id,
                key == null ? drawn() : key,
                null,
                settings.apiPort,
                settings.apiClock,
                settings.rates,
                System::nanoTime);
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
