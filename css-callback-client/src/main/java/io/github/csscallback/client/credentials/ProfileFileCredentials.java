package io.github.csscallback.client.credentials;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The INI file that the official SDKs share: section {@code [default]}, keys {@code secret_id} and {@code secret_key}. Like
 * them it reads no token there. The home directory comes before the system's, so that a user can override it.
 */
final class ProfileFileCredentials implements CredentialsProvider {

    private static final String FILE_VARIABLE = "TENCENTCLOUD_CREDENTIALS_FILE";
    private static final int MAX_BYTES = 64 * 1024;

    private final Function<String, @Nullable String> environment;
    private final List<Path> places;

    ProfileFileCredentials(Function<String, @Nullable String> environment, List<Path> places) {
        this.environment = environment;
        this.places = places;
    }

    static ProfileFileCredentials standard() {
        return new ProfileFileCredentials(
                System::getenv,
                List.of(
                        Path.of(System.getProperty("user.home", ""))
                                .resolve(".tencentcloud")
                                .resolve("credentials"),
                        Path.of("/etc/tencentcloud/credentials")));
    }

    @Override
    public Credentials get() {
        String named = environment.apply(FILE_VARIABLE);
        if (named != null && !named.isEmpty()) {
            Path file = Path.of(named);
            if (!Files.isRegularFile(file)) {
                throw CredentialsException.unusable(
                        "profile file: " + FILE_VARIABLE + " names " + file + ", which is no readable file", null);
            }
            return read(file);
        }
        // A pipe or a device would block the caller; only a regular file is looked at.
        for (Path place : places) {
            if (Files.isRegularFile(place)) {
                return read(place);
            }
        }
        throw CredentialsException.absent(
                "profile file: none at " + places.stream().map(Path::toString).collect(Collectors.joining(" or ")));
    }

    private static Credentials read(Path file) {
        Map<String, String> profile = section("default", text(file));
        String id = profile.getOrDefault("secret_id", "");
        String key = profile.getOrDefault("secret_key", "");
        if (id.isEmpty() || key.isEmpty()) {
            throw CredentialsException.unusable(
                    "profile file " + file + ": needs secret_id and secret_key in section [default]", null);
        }
        try {
            return Credentials.of(id, key);
        } catch (IllegalArgumentException e) {
            throw CredentialsException.unusable("profile file " + file + ": " + e.getMessage(), e);
        }
    }

    private static String text(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw CredentialsException.unusable(
                        "profile file " + file + ": larger than " + MAX_BYTES + " bytes, so it is something else",
                        null);
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw CredentialsException.unusable("profile file " + file + ": not UTF-8", e);
        } catch (IOException e) {
            throw CredentialsException.unusable("profile file " + file + ": cannot be read", e);
        }
    }

    private static Map<String, String> section(String wanted, String text) {
        Map<String, String> members = new HashMap<>();
        boolean inside = false;
        for (String raw : text.lines().toList()) {
            String line = raw.strip();
            int equals = line.indexOf('=');
            if (line.startsWith("[") && line.endsWith("]")) {
                inside = line.substring(1, line.length() - 1).strip().equals(wanted);
            } else if (inside && equals > 0 && !line.startsWith("#") && !line.startsWith(";")) {
                members.put(
                        line.substring(0, equals).strip(),
                        line.substring(equals + 1).strip());
            }
        }
        return members;
    }

    @Override
    public String toString() {
        return "profile file";
    }
}
