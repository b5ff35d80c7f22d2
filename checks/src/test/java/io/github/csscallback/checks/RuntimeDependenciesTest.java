package io.github.csscallback.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A library that lives in other people's applications brings what the design names, and nothing else. */
class RuntimeDependenciesTest {

    private static final Pattern LINE = Pattern.compile("^\\s+([\\w.-]+:[\\w.-]+):jar:.*:(compile|runtime)\\b.*$");

    @ParameterizedTest(name = "{0} brings {1}")
    @CsvSource({
        "css-callback-core, org.jspecify:jspecify",
        "css-callback-client, com.fasterxml.jackson.core:jackson-annotations com.fasterxml.jackson.core:jackson-core"
                + " com.fasterxml.jackson.core:jackson-databind io.github.csscallback:css-callback-core"
                + " org.jspecify:jspecify org.slf4j:slf4j-api",
        "css-callback-receiver, io.github.csscallback:css-callback-core org.jspecify:jspecify org.slf4j:slf4j-api",
        "css-callback-testkit, com.fasterxml.jackson.core:jackson-core io.github.csscallback:css-callback-core"
                + " io.github.csscallback:css-callback-receiver org.jspecify:jspecify org.slf4j:slf4j-api",
        "integrations/css-callback-jackson, com.fasterxml.jackson.core:jackson-annotations"
                + " com.fasterxml.jackson.core:jackson-core com.fasterxml.jackson.core:jackson-databind"
                + " io.github.csscallback:css-callback-core io.github.csscallback:css-callback-receiver"
                + " org.jspecify:jspecify org.slf4j:slf4j-api",
        "integrations/css-callback-jackson3, com.fasterxml.jackson.core:jackson-annotations"
                + " tools.jackson.core:jackson-core tools.jackson.core:jackson-databind"
                + " io.github.csscallback:css-callback-core io.github.csscallback:css-callback-receiver"
                + " org.jspecify:jspecify org.slf4j:slf4j-api",
        "css-callback-receiver-tck, io.github.csscallback:css-callback-core io.github.csscallback:css-callback-receiver"
                + " net.bytebuddy:byte-buddy org.assertj:assertj-core org.jspecify:jspecify org.slf4j:slf4j-api",
    })
    void an_artefact_brings_what_the_design_names(String artefact, String expected) {
        Path list = Repository.ROOT.resolve(artefact).resolve("target/runtime-dependencies.txt");
        assumeTrue(Files.exists(list), "the fast profile does not list dependencies");
        Stream<String> found = Repository.read(list)
                .lines()
                .map(LINE::matcher)
                .filter(java.util.regex.Matcher::matches)
                .map(line -> line.group(1));
        assertThat(found).containsExactlyInAnyOrder(expected.split(" "));
    }
}
