package io.github.csscallback.receiver.packet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.signature.CallbackKeys;
import io.github.csscallback.core.signature.VerificationResult;
import io.github.csscallback.receiver.CallbackResponse;
import io.github.csscallback.receiver.Outcome;
import io.github.csscallback.testsupport.SignatureVector;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The vectors of conformance/signature.json, posted as the packets that they are. */
class SignatureVectorsTest {

    static List<SignatureVector> vectors() {
        return SignatureVector.all();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void getsTheResponseThatItsFindingDemands(SignatureVector vector) {
        CallbackKeys keys =
                CallbackKeys.of(vector.keys().stream().map(CallbackKey::of).toList());
        Counter counter = new Counter(keys, vector.now());

        CallbackResponse response = counter.post(vector.packet());

        switch (vector.kind()) {
            case "VALID" -> {
                assertThat(response.status()).isEqualTo(200);
                assertThat(response.outcome().kind()).isEqualTo(Outcome.Kind.HANDLED);
                assertThat(counter.dispatched())
                        .singleElement()
                        .satisfies(delivery -> assertThat(delivery.keyLabel()).isEqualTo(vector.matchingKeyLabel()));
            }
            case "UNREADABLE" -> {
                assertThat(response.status()).isEqualTo(400);
                assertThat(response.outcome().kind()).isEqualTo(Outcome.Kind.UNREADABLE);
                assertThat(response.outcome().verificationResult()).isNull();
                assertThat(counter.dispatched()).isEmpty();
            }
            default -> {
                assertThat(response.status()).isEqualTo(403);
                assertThat(response.outcome().kind()).isEqualTo(Outcome.Kind.BAD_SIGNATURE);
                assertThat(response.outcome().verificationResult())
                        .extracting(VerificationResult::kind)
                        .isEqualTo(VerificationResult.Kind.valueOf(vector.kind()));
                assertThat(counter.dispatched()).isEmpty();
            }
        }
    }
}
