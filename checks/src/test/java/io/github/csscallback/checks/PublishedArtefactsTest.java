package io.github.csscallback.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A published artefact is a module of this repository with a module-info.java. */
class PublishedArtefactsTest {

    private static final Pattern MANAGED = Pattern.compile("<artifactId>(css-callback-(?!bom)[a-z0-9-]+)</artifactId>");
    private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");

    @Test
    void theBomListsAllPublishedArtefactsAndNoOthers() throws IOException {
        String bom = Repository.read(Repository.ROOT.resolve("css-callback-bom/pom.xml"));

        assertThat(MANAGED.matcher(bom).results().map(found -> found.group(1)))
                .containsExactlyInAnyOrderElementsOf(published().stream()
                        .map(module -> module.getFileName().toString())
                        .toList());
    }

    @Test
    void theBomHasTheVersionOfTheOtherModules() throws IOException {
        assertThat(firstVersion("css-callback-bom/pom.xml")).isEqualTo(firstVersion("pom.xml"));
    }

    @Test
    void everyPublishedArtefactHasAnApiBaseline() throws IOException {
        assertThat(published())
                .allSatisfy(module -> assertThat(module.resolve("src/api/baseline.jar"))
                        .as("written by .ci/update-api-baseline")
                        .exists());
    }

    private static String firstVersion(String pom) {
        return VERSION.matcher(Repository.read(Repository.ROOT.resolve(pom)))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    private static List<Path> published() throws IOException {
        try (Stream<Path> folders = Files.walk(Repository.ROOT, 2)) {
            List<Path> modules = folders.filter(
                            folder -> folder.getFileName().toString().startsWith("css-callback"))
                    .filter(folder -> Files.exists(folder.resolve("src/main/java/module-info.java")))
                    .toList();
            assertThat(modules).hasSizeGreaterThanOrEqualTo(5);
            return modules;
        }
    }
}
