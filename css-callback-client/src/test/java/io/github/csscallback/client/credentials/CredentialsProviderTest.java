package io.github.csscallback.client.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsProviderTest {

    private static final String ID = "TENCENTCLOUD_SECRET_ID";
    private static final String KEY = "TENCENTCLOUD_SECRET_KEY";
    private static final String TOKEN = "TENCENTCLOUD_TOKEN";

    @TempDir
    private Path folder;

    private static CredentialsException failure(CredentialsProvider provider) {
        return org.assertj.core.api.Assertions.catchThrowableOfType(CredentialsException.class, provider::get);
    }

    private ProfileFileCredentials profile(Map<String, String> environment, Path... places) {
        return new ProfileFileCredentials(environment::get, List.of(places));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    @Test
    void theEnvironmentGivesIdKeyAndToken() {
        assertThat(CredentialsProvider.environment(Map.of(ID, "id", KEY, "key")).get())
                .isEqualTo(Credentials.of("id", "key"));
        assertThat(CredentialsProvider.environment(Map.of(ID, "id", KEY, "key", TOKEN, "t"))
                        .get())
                .isEqualTo(Credentials.temporary("id", "key", "t"));
        assertThat(CredentialsProvider.environment(Map.of(ID, "id", KEY, "key", TOKEN, ""))
                        .get())
                .isEqualTo(Credentials.of("id", "key"));
    }

    @Test
    void idAndKeyCountOnlyTogether() {
        assertThat(failure(CredentialsProvider.environment(Map.of())))
                .hasMessageContaining(ID + " and " + KEY + " are not set")
                .satisfies(e -> assertThat(e.isAbsent()).isTrue());
        assertThat(failure(CredentialsProvider.environment(Map.of(ID, "id", KEY, ""))))
                .hasMessageContaining(KEY + " is not set")
                .satisfies(e -> assertThat(e.isAbsent()).isTrue());
        assertThat(failure(CredentialsProvider.environment(Map.of(KEY, "key"))))
                .hasMessageContaining(ID + " is not set");
    }

    @Test
    void aValueWithBlanksAroundItIsUnusableAndNotShown() {
        assertThat(failure(CredentialsProvider.environment(Map.of(ID, "id", KEY, " theKey"))))
                .hasMessageContaining(KEY)
                .hasMessageContaining("secret key holds a blank")
                .hasMessageNotContaining("theKey")
                .satisfies(e -> assertThat(e.isAbsent()).isFalse());
    }

    @Test
    void aProfileFileIsReadFromItsDefaultSection() throws IOException {
        Path file = file(
                "credentials",
                String.join(
                        "\r\n",
                        "# comment",
                        "secret_id = outside",
                        "[other]",
                        "secret_id=other",
                        "secret_key=other",
                        "",
                        " [ default ] ",
                        "; secret_id = comment",
                        "secret_id = id",
                        "secret_key= k=e=y",
                        "region",
                        "token = ignored",
                        "[last]",
                        "secret_id = last"));

        assertThat(profile(Map.of(), file).get()).isEqualTo(Credentials.of("id", "k=e=y"));
    }

    @Test
    void theFirstPlaceWithAFileCounts() throws IOException {
        Path home = file("home", "[default]\nsecret_id=home\nsecret_key=k");
        Path system = file("system", "[default]\nsecret_id=system\nsecret_key=k");

        assertThat(profile(Map.of(), home, system).get().secretId()).isEqualTo("home");
        assertThat(profile(Map.of(), folder.resolve("none"), system).get().secretId())
                .isEqualTo("system");
    }

    @Test
    void aFileNamedByTheEnvironmentCountsAlone() throws IOException {
        Path home = file("home", "[default]\nsecret_id=home\nsecret_key=k");
        Path named = file("named", "[default]\nsecret_id=named\nsecret_key=k");

        assertThat(profile(Map.of("TENCENTCLOUD_CREDENTIALS_FILE", named.toString()), home)
                        .get()
                        .secretId())
                .isEqualTo("named");
        assertThat(profile(Map.of("TENCENTCLOUD_CREDENTIALS_FILE", ""), home)
                        .get()
                        .secretId())
                .isEqualTo("home");
        assertThat(failure(profile(
                        Map.of(
                                "TENCENTCLOUD_CREDENTIALS_FILE",
                                folder.resolve("gone").toString()),
                        home)))
                .hasMessageContaining("TENCENTCLOUD_CREDENTIALS_FILE names")
                .satisfies(e -> assertThat(e.isAbsent()).isFalse());
    }

    @Test
    void withoutAFileItNamesThePathsTried() {
        assertThat(failure(profile(Map.of(), folder.resolve("a"), folder)))
                .hasMessageContaining(folder.resolve("a") + " or " + folder)
                .satisfies(e -> assertThat(e.isAbsent()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[default]\nsecret_id=theSecret",
                "[default]\nsecret_key=theSecret",
                "[x]\nsecret_id=theSecret\nsecret_key=theSecret",
                "[default]\nsecret_id=theSecret\nsecret_key=theSecret with blank",
                "[default]\nsecret_id=theSecret\nsecret_key=Schlüssel-theSecret"
            })
    void aFileWithoutUsableContentIsUnusableAndNotShown(String text) throws IOException {
        assertThat(failure(profile(Map.of(), file("f", text))))
                .hasMessageContaining(folder.resolve("f").toString())
                .hasMessageNotContaining("theSecret")
                .satisfies(e -> assertThat(e.isAbsent()).isFalse());
    }

    @Test
    void aFileThatIsSomethingElseIsUnusable() throws IOException {
        Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe});
        Path huge = Files.write(folder.resolve("huge"), new byte[64 * 1024 + 1]);

        assertThat(failure(profile(Map.of(), binary))).hasMessageContaining("not UTF-8");
        assertThat(failure(profile(Map.of(), huge))).hasMessageContaining("larger than 65536 bytes");
    }

    @Test
    void aChainTakesTheFirstThatHasAny() {
        CredentialsProvider empty = CredentialsProvider.environment(Map.of());
        CredentialsProvider first = CredentialsProvider.of(Credentials.of("first", "k"));
        CredentialsProvider second = CredentialsProvider.of(Credentials.of("second", "k"));

        assertThat(CredentialsProvider.chain(empty, first, second).get().secretId())
                .isEqualTo("first");
    }

    @Test
    void aChainWithoutCredentialsNamesWhatEachLookedFor() {
        CredentialsProvider chain = CredentialsProvider.chain(
                CredentialsProvider.environment(Map.of(ID, "id")), profile(Map.of(), folder.resolve("a")));

        assertThat(failure(chain))
                .hasMessageContaining("no credentials found")
                .hasMessageContaining(KEY + " is not set")
                .hasMessageContaining(folder.resolve("a").toString())
                .satisfies(e -> assertThat(e.isAbsent()).isTrue());
    }

    @Test
    void aChainStopsAtUnusableCredentials() {
        CredentialsProvider broken = CredentialsProvider.environment(Map.of(ID, "i d", KEY, "k"));
        CredentialsProvider good = CredentialsProvider.of(Credentials.of("good", "k"));

        assertThatExceptionOfType(CredentialsException.class)
                .isThrownBy(CredentialsProvider.chain(broken, good)::get)
                .satisfies(e -> assertThat(e.isAbsent()).isFalse());
    }

    @Test
    void aChainPassesARejectionOn() {
        List<Credentials> invalidated = new ArrayList<>();
        CredentialsProvider listening = new CredentialsProvider() {
            @Override
            public Credentials get() {
                return Credentials.of("a", "k");
            }

            @Override
            public void invalidate(Credentials credentials) {
                invalidated.add(credentials);
            }
        };
        Credentials rejected = Credentials.of("x", "k");
        CredentialsProvider.chain(CredentialsProvider.of(rejected), listening).invalidate(rejected);

        assertThat(invalidated).containsExactly(rejected);
    }

    @Test
    void aChainNeedsAProvider() {
        assertThatIllegalArgumentException().isThrownBy(CredentialsProvider::chain);
    }

    @Test
    void theDefaultChainIsTheEnvironmentAndTheProfileFile() {
        assertThat(CredentialsProvider.defaultChain().toString()).isEqualTo("chain of 2 credentials providers");
        assertThat(CredentialsProvider.environment().toString()).isEqualTo("environment variables");
        assertThat(CredentialsProvider.profileFile().toString()).isEqualTo("profile file");
    }
}
