package io.github.csscallback.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.csscallback.cli.testing.Cli;
import io.github.csscallback.testsupport.SignatureVector;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The vectors of conformance/signature.json, each handed to {@code verify} as the packet that it is; none is left out. */
class SignatureVectorsTest {

    static List<SignatureVector> vectors() {
        return SignatureVector.all();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void isFoundToBeWhatItIsAndOnlyAValidOneIsASuccess(SignatureVector vector) throws IOException {
        Cli.Run run = new Cli().input(vector.packet()).run(arguments(vector));

        JsonNode found = new JsonMapper().readTree(run.out());
        assertThat(found.get("result").textValue()).isEqualTo(vector.kind());
        assertThat(run.status()).isEqualTo(vector.kind().equals("VALID") ? 0 : 1);
        assertThat(found.get("key").textValue()).isEqualTo(vector.matchingKeyLabel());
    }

    private static String[] arguments(SignatureVector vector) {
        List<String> arguments = new ArrayList<>(List.of("verify", "-", "--at"));
        arguments.add(vector.now().toString());
        vector.keys().forEach(key -> arguments.addAll(List.of("--key", key)));
        return arguments.toArray(new String[0]);
    }
}
