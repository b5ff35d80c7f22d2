package io.github.csscallback.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VectorsTest {

    @Test
    void everySignatureVectorHasAPacketAndAnExpectedResult() {
        assertThat(SignatureVector.all()).hasSizeGreaterThan(40).allSatisfy(vector -> {
            assertThat(vector.packet()).isNotEmpty();
            assertThat(vector.kind()).isNotEmpty();
            assertThat(vector.kind().equals("VALID") && vector.matchingKey() == null)
                    .isFalse();
        });
    }

    @Test
    void everyTc3VectorHasAnInputAndAnExpectedSignature() {
        assertThat(Tc3Vector.all()).hasSize(23).allSatisfy(vector -> {
            assertThat(vector.input().has("secretKey")).isTrue();
            assertThat(vector.expected().has("signature")).isTrue();
        });
    }
}
