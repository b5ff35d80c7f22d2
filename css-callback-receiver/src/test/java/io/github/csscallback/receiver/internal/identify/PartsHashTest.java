package io.github.csscallback.receiver.internal.identify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.receiver.idempotency.IdempotencyKey;
import io.github.csscallback.testsupport.Seeds;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However the parts fall into its buffer, the hash is that of all of them in a row. */
class PartsHashTest {

    private final PartsHash hash = new PartsHash();
    private final ByteArrayOutputStream row = new ByteArrayOutputStream();
    private final DataOutputStream expected = new DataOutputStream(row);

    @Test
    void isThatOfAllPartsInARow() {
        Seeds.run(3_000, random -> {
            for (int i = random.nextInt(12); i >= 0; i--) {
                part(random);
            }
            assertFinished();
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 503, 504, 505, 507, 508, 509, 511, 512, 513, 1024, 5000})
    void aPartOfAnySizeCountsToItsLastByte(int size) throws IOException, NoSuchAlgorithmException {
        for (int before : new int[] {0, 1, 300}) {
            bytes(new byte[before], 0, before);
            bytes(new byte[size + 2], 1, size + 1);
            bytes(new byte[3], 0, 3);
            assertFinished();
        }
    }

    @Test
    void textIsHashedByItsUnitsOf16Bits() throws IOException, NoSuchAlgorithmException {
        text("/css/\u0142B直播\ud83d\udd11");
        assertFinished();
    }

    @Test
    void isBlankAgainWhenFinished() {
        hash.text("one");
        IdempotencyKey first = hash.finish(true);
        hash.text("one");

        assertThat(hash.finish(true)).isEqualTo(first);
    }

    private void part(Random random) throws IOException {
        switch (random.nextInt(4)) {
            case 0 -> number(random.nextInt());
            case 1 -> absent();
            case 2 -> text("直播x".repeat(random.nextInt(random.nextInt(4) == 0 ? 200 : 5)));
            default -> {
                byte[] source = new byte[random.nextInt(random.nextInt(3) == 0 ? 1200 : 40) + 2];
                random.nextBytes(source);
                bytes(source, 1, source.length - 1);
            }
        }
    }

    private void number(int number) throws IOException {
        hash.number(number);
        expected.writeInt(number);
    }

    private void absent() throws IOException {
        hash.absent();
        expected.writeInt(-1);
    }

    private void text(String text) throws IOException {
        hash.text(text);
        expected.writeInt(text.length());
        expected.writeChars(text);
    }

    private void bytes(byte[] source, int from, int to) throws IOException {
        hash.bytes(source, from, to);
        expected.writeInt(to - from);
        expected.write(source, from, to - from);
    }

    private void assertFinished() throws NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(row.toByteArray());
        row.reset();
        assertThat(hash.finish(true)).isEqualTo(IdempotencyKey.ofDigest(digest, true));
    }
}
