package io.github.csscallback.client.internal.call;

import io.github.csscallback.client.credentials.Credentials;
import io.github.csscallback.core.field.SecretText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prepares text from the service for logs and exceptions: one line, bounded, secrets redacted. */
final class SecretRedactor {

    private static final int MAX_LENGTH = 1000;

    private final List<String> secrets = new ArrayList<>();

    SecretRedactor(ApiCall call, Credentials credentials, SecretText authorization, SecretText signature) {
        secrets.add(authorization.reveal());
        secrets.add(signature.reveal());
        secrets.add(credentials.secretKey().reveal());
        if (credentials.token() != null) {
            secrets.add(credentials.token().reveal());
        }
        call.secretText().ifPresent(text -> secrets.add(text.reveal()));
    }

    @Nullable
    String mask(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String masked = text;
        for (String secret : secrets) {
            masked = masked.replace(secret, "***");
        }
        StringBuilder line = new StringBuilder(Math.min(masked.length(), MAX_LENGTH));
        masked.codePoints().limit(MAX_LENGTH).forEach(c -> line.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
        return line.toString();
    }
}
