package io.github.csscallback.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The Java code in the documents is code that the build compiles: each block stands word by word in a sample. */
class DocumentedCodeTest {

    private static final Pattern BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    @Test
    void every_java_block_of_the_documents_stands_in_a_compiled_sample() throws IOException {
        List<String> samples = filesBelow(Repository.ROOT.resolve("samples"), ".java")
                .map(file -> unbroken(Repository.read(file)))
                .toList();
        List<String> blocks = documents()
                .flatMap(file -> BLOCK.matcher(Repository.read(file)).results().map(block -> block.group(1)))
                .map(DocumentedCodeTest::unbroken)
                .toList();

        assertThat(blocks)
                .isNotEmpty()
                .allSatisfy(block -> assertThat(samples)
                        .as("samples that contain the block:%n%s", block)
                        .anyMatch(sample -> sample.contains(block)));
    }

    private static Stream<Path> documents() throws IOException {
        Path docs = Repository.ROOT.resolve("docs");
        Stream<Path> pages = Files.isDirectory(docs) ? filesBelow(docs, ".md") : Stream.empty();
        return Stream.concat(
                Stream.of("README.md", "CONTRIBUTING.md", "SECURITY.md", "VERSIONING.md")
                        .map(Repository.ROOT::resolve),
                pages);
    }

    private static Stream<Path> filesBelow(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file ->
                            file.toString().endsWith(ending) && !file.toString().contains("/target/"))
                    .toList()
                    .stream();
        }
    }

    /** How it is broken into lines is the formatter's affair, and a document's. */
    private static String unbroken(String code) {
        return code.replaceAll("\\s+", "");
    }
}
