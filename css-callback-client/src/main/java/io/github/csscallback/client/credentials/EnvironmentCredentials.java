package io.github.csscallback.client.credentials;

import io.github.csscallback.core.field.SecretText;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Credentials in environment variables, by the names that all official tools share. */
final class EnvironmentCredentials implements CredentialsProvider {

    private static final String ID = "TENCENTCLOUD_SECRET_ID";
    private static final String KEY = "TENCENTCLOUD_SECRET_KEY";
    private static final String TOKEN = "TENCENTCLOUD_TOKEN";

    private final Function<String, @Nullable String> environment;

    EnvironmentCredentials(Function<String, @Nullable String> environment) {
        this.environment = environment;
    }

    @Override
    public Credentials get() {
        String id = value(ID);
        String key = value(KEY);
        if (id.isEmpty() || key.isEmpty()) {
            throw CredentialsException.absent("environment variables: "
                    + (id.isEmpty() && key.isEmpty()
                            ? ID + " and " + KEY + " are not set"
                            : (id.isEmpty() ? ID : KEY) + " is not set (the two count only together)"));
        }
        String token = value(TOKEN);
        try {
            return new Credentials(id, SecretText.of(key), token.isEmpty() ? null : SecretText.of(token), null);
        } catch (IllegalArgumentException e) {
            throw CredentialsException.unusable(
                    "environment variables " + ID + ", " + KEY + ", " + TOKEN + ": " + e.getMessage(), e);
        }
    }

    private String value(String name) {
        String value = environment.apply(name);
        return value == null ? "" : value;
    }

    @Override
    public String toString() {
        return "environment variables";
    }
}
