package io.github.csscallback.testkit.internal.api;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.core.template.Site;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The lines of rejected-parameters.txt. */
class RejectedParametersTest {

    private static final Pattern REPEATED = Pattern.compile("<([0-9]+)\\*([^>]+)>");

    private static final RejectionChecks checks = new RejectionChecks();

    record Row(List<Site> sites, String action, String body, String code, String words) {

        static Row of(String line) {
            String[] parts = line.split(" \\| ?", -1);
            assertThat(parts).as(line).hasSize(5);
            List<Site> sites = switch (parts[0]) {
                case "china" -> List.of(Site.CHINA);
                case "intl" -> List.of(Site.INTERNATIONAL);
                default -> List.of(Site.values());
            };
            String body = REPEATED.matcher(parts[2])
                    .replaceAll(
                            match -> Matcher.quoteReplacement(match.group(2).repeat(Integer.parseInt(match.group(1)))));
            return new Row(sites, parts[1], body, parts[3], parts[4]);
        }

        /** Whether a client that looks at what it sends would send it. */
        boolean isJsonObject() {
            return body.startsWith("{\"")
                    && Stream.of("not JSON", "follows", "nested", "a number").noneMatch(words::startsWith);
        }
    }

    static Stream<String> lines() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(RejectedParametersTest.class.getResourceAsStream("/rejected-parameters.txt"))) {
            return Arrays.stream(new String(in.readAllBytes(), UTF_8).split("\n", -1))
                    .filter(line -> !line.isBlank() && !line.startsWith("#"));
        }
    }

    static List<Row> rowsAt(Site site) throws IOException {
        return lines().map(Row::of).filter(row -> row.sites().contains(site)).toList();
    }

    static Stream<String> codes() throws IOException {
        return lines().map(Row::of).map(Row::code);
    }

    @ParameterizedTest
    @MethodSource("lines")
    void invalidParametersAreRejected(String line) {
        Row row = Row.of(line);
        row.sites()
                .forEach(site -> checks.check(
                        site, api -> api.request(row.action(), row.body()).sign(), 200, row.code(), row.words()));
    }

    @Test
    void aBodyInAnotherEncodingIsRejected() {
        for (byte[] body : List.of(
                "\uFEFF{}".getBytes(UTF_8),
                "{}".getBytes(UTF_16LE),
                new byte[] {'{', '"', (byte) 0xc1, (byte) 0x81, '"', ':', '1', '}'},
                new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'})) {
            checks.check(
                    Site.CHINA,
                    api -> api.request("DescribeLiveCallbackTemplates", "")
                            .body(body)
                            .sign(),
                    200,
                    "InvalidParameter",
                    "the body is not");
        }
    }

    @AfterAll
    static void close() {
        checks.close();
    }
}
