package io.github.csscallback.client.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.csscallback.core.field.SecretText;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " x", "x ", "p q", "x\n", "x\r\nY: z", "ключ", "x\u007f", "\u00a0x"})
    void whatCannotBeInAHeaderIsRejectedWithoutBeingShown(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Credentials.of(text, "key"))
                .withMessageStartingWith("the secret id")
                .satisfies(e -> assertShowsNot(e, text));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Credentials.of("id", text))
                .withMessageStartingWith("the secret key")
                .satisfies(e -> assertShowsNot(e, text));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Credentials.temporary("id", "key", text))
                .withMessageStartingWith("the token")
                .satisfies(e -> assertShowsNot(e, text));
    }

    private static void assertShowsNot(Throwable failure, String text) {
        if (text.length() > 2) {
            assertThat(failure).hasMessageNotContaining(text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b", "a/b"})
    void anIdMayNotHoldWhatEndsItInTheHeader(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> Credentials.of(id, "key"));
        assertThat(Credentials.of("id", id).secretKey()).isEqualTo(SecretText.of(id));
    }

    @Test
    void everyVisibleCharacterMayBeInAKeyOrToken() {
        StringBuilder visible = new StringBuilder();
        for (char c = '!'; c <= '~'; c++) {
            visible.append(c);
        }
        Credentials credentials = Credentials.temporary("id", visible.toString(), visible.toString());

        assertThat(credentials.token()).isEqualTo(SecretText.of(visible.toString()));
    }

    @Test
    void theyPrintNoneOfTheirParts() {
        assertThat(Credentials.of("AKIDmadeUp", "madeUpKey").toString()).isEqualTo("Credentials[***]");
        assertThat(new Credentials(
                                "AKIDmadeUp",
                                SecretText.of("madeUpKey"),
                                SecretText.of("madeUpToken"),
                                Instant.parse("2026-11-24T00:00:00Z"))
                        .toString())
                .isEqualTo("Credentials[***, temporary, until 2026-11-24T00:00:00Z]");
    }
}
