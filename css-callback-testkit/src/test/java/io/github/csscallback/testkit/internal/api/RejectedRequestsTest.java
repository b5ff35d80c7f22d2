package io.github.csscallback.testkit.internal.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.core.template.Site;
import io.github.csscallback.testkit.internal.api.message.ErrorCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that are rejected before their parameters are looked at. */
class RejectedRequestsTest {

    private static final String LIST = "DescribeLiveCallbackTemplates";

    private static final String MALFORMED = "AuthFailure.InvalidAuthorization";
    private static final String MISMATCH = "AuthFailure.SignatureFailure";

    private static final RejectionChecks checks = new RejectionChecks();

    /** A request that is signed and then changed; or, with {@code early}, changed and then signed. */
    record Row(
            String what,
            UnaryOperator<SignedRequest> early,
            UnaryOperator<SignedRequest> late,
            int status,
            String code,
            String words) {
        @Override
        public String toString() {
            return what;
        }
    }

    @ParameterizedTest
    @MethodSource({"malformed", "unsigned", "headers", "misdirected"})
    void invalidRequestsAreRejected(Row row) {
        for (Site site : Site.values()) {
            checks.check(
                    site,
                    api -> row.late()
                            .apply(row.early().apply(api.request(LIST, "{}")).sign()),
                    row.status(),
                    row.code(),
                    row.words());
        }
    }

    static Stream<Row> malformed() {
        List<Row> rows = new ArrayList<>();
        rows.add(
                late("not signed", request -> request.without("Authorization"), MALFORMED, "authorization is missing"));
        for (String change : List.of(
                "TC3-HMAC-SHA256 => TC2-HMAC-SHA256 ",
                "TC3-HMAC-SHA256 =>TC3-HMAC-SHA256",
                ", S=>,S",
                ", S=>,  S",
                "Credential=>credential",
                "tc3_request=>tc2_request",
                "2026-11-23=>20261123",
                "2026-11-23=>2026-11-23/x",
                "Signature==>Signature=0",
                "Signature==>Signature=G",
                "content-type;host=>",
                "content-type;host=>content-type;;host",
                "content-type;host=>Content-Type;host")) {
            String[] parts = change.split("=>", 2);
            rows.add(authorization(parts[0], parts[1], "is not of the form TC3-HMAC-SHA256 Credential="));
        }
        rows.add(authorization("content-type;host", "host;content-type", "must be sorted"));
        rows.add(authorization("content-type;host", "content-type;content-type;host", "name no header twice"));
        rows.add(authorization("content-type;host", "content-type", "must name content-type and host"));
        rows.add(authorization("content-type;host", "host", "must name content-type and host"));
        for (String service : List.of("cvm", "12", "Live", "127:0")) {
            rows.add(early("service " + service, request -> request.service(service), MALFORMED, "service live"));
        }
        return rows.stream();
    }

    static Stream<Row> unsigned() {
        return Stream.of(
                early(
                        "another id",
                        request -> request.as("AKIDanother", RunningApi.SECRET_KEY),
                        "AuthFailure.SecretIdNotFound",
                        "this simulated API takes the one it was made with"),
                early("another key", request -> request.as(RunningApi.SECRET_ID, "another"), MISMATCH, "SecretKey"),
                late("another body", request -> request.body("{ }".getBytes(UTF_8)), MISMATCH, "was signed"),
                late("another host", request -> request.header("Host", "localhost"), MISMATCH, "was signed"),
                late(
                        "another content-type",
                        request -> request.header("Content-Type", "application/json; charset=utf-8"),
                        MISMATCH,
                        "was signed"),
                late("no content-type", request -> request.without("Content-Type"), MISMATCH, "content-type"),
                early(
                        "a signed header that was not sent",
                        request -> request.header("X-TC-Language", "zh-CN")
                                .signing("content-type", "host", "x-tc-language"),
                        request -> request.without("X-TC-Language"),
                        200,
                        MISMATCH,
                        "x-tc-language is among SignedHeaders"),
                early(
                        "another action where the action is signed",
                        request -> request.signing("content-type", "host", "x-tc-action"),
                        request -> request.header("X-TC-Action", "DescribeLiveCallbackRules"),
                        200,
                        MISMATCH,
                        "was signed"),
                late("another second", request -> request.header("X-TC-Timestamp", second(1)), MISMATCH, "was signed"),
                late(
                        "another date",
                        request -> request.authorization(text -> text.replace("2026-11-23", "2026-11-22")),
                        MISMATCH,
                        "date"),
                early(
                        "too early",
                        request -> request.header("X-TC-Timestamp", second(-301)),
                        "AuthFailure.SignatureExpire",
                        "301 seconds"));
    }

    static Stream<Row> headers() {
        List<Row> rows = new ArrayList<>();
        for (String name : List.of("X-TC-Action", "X-TC-Version", "X-TC-Timestamp")) {
            rows.add(late(
                    "without " + name,
                    request -> request.without(name),
                    "MissingParameter",
                    name.toLowerCase(Locale.ROOT) + " is missing"));
        }
        for (String name : List.of(
                "Authorization",
                "Host",
                "Content-Type",
                "X-TC-Action",
                "X-TC-Version",
                "X-TC-Timestamp",
                "X-TC-Token",
                "X-TC-Content-SHA256")) {
            rows.add(late(
                    "twice " + name,
                    request -> request.also(name + ": some").also(name + ": other"),
                    "InvalidRequest",
                    "the header " + name.toLowerCase(Locale.ROOT) + " was sent"));
        }
        for (String time : List.of("now", "1.7e9", "-1", "+1", "17000000000000", "١٧٠٠٠٠٠٠٠٠")) {
            rows.add(late(
                    "time " + time,
                    request -> request.header("X-TC-Timestamp", time),
                    "InvalidParameter",
                    "x-tc-timestamp"));
        }
        for (String type : List.of(
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/json; charset=gbk",
                "application/json; x=y",
                "application/jsonp")) {
            rows.add(early(
                    "content-type " + type,
                    request -> request.header("Content-Type", type),
                    "InvalidRequest",
                    "content-type must be application/json"));
        }
        rows.add(late(
                "version", request -> request.header("X-TC-Version", "2018-08-02"), "NoSuchVersion", "2018-08-01"));
        for (String action : List.of("DescribeInstances", "DescribeLiveDomains", "describelivecallbacktemplates")) {
            rows.add(late(action, request -> request.header("X-TC-Action", action), "InvalidAction", action));
        }
        rows.add(late("odd", request -> request.header("X-TC-Action", "<b> c"), "InvalidAction", "an odd name"));
        return rows.stream();
    }

    static Stream<Row> misdirected() {
        List<Row> rows = new ArrayList<>();
        for (String method : List.of("GET", "PUT", "DELETE", "OPTIONS", "post")) {
            rows.add(line(method + " / HTTP/1.1", 200, "UnsupportedProtocol", "POST"));
        }
        for (String path : List.of("/other", "/?Action=" + LIST, "/?", "/./", "//127.0.0.1/")) {
            rows.add(line("POST " + path + " HTTP/1.1", 404, "InvalidRequest", "one path, /"));
        }
        for (String host : List.of(
                "example.com",
                "live.tencentcloudapi.com",
                "localhost.example.com",
                "127.0.0.1.example.com",
                "0.0.0.0",
                "192.168.1.1",
                "127.0.0.1:80:80",
                "localhost:x",
                "[::2]",
                "")) {
            rows.add(misdirected("host " + host, request -> request.header("Host", host), "must name this machine"));
        }
        rows.add(misdirected("no host", request -> request.without("Host"), "must name this machine"));
        rows.add(misdirected(
                "as a proxy for another host",
                request -> request.line("POST http://example.com/ HTTP/1.1").header("Host", "example.com"),
                "must name this machine"));
        rows.add(misdirected(
                "as a proxy with two hosts",
                request -> request.line("POST http://live.tencentcloudapi.com/ HTTP/1.1"),
                "do not agree"));
        return rows.stream();
    }

    @Test
    void everyCodeOfThisApiIsTested() throws IOException {
        Set<String> tested = Stream.of(malformed(), unsigned(), headers(), misdirected())
                .flatMap(rows -> rows)
                .map(Row::code)
                .collect(Collectors.toCollection(HashSet::new));
        RejectedParametersTest.codes().forEach(tested::add);
        tested.addAll(Set.of(
                "AuthFailure.TokenFailure", // SignatureTest
                "InternalError", // ApiServerTest
                "InternalError.ConfOutLimit", // TemplatesTest
                "RequestLimitExceeded", // RatesTest
                "RequestSizeLimitExceeded")); // ApiServerTest
        assertThat(tested)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(ErrorCode.values()).map(ErrorCode::text).toList());
    }

    @AfterAll
    static void close() {
        checks.close();
    }

    private static String second(int later) {
        return Long.toString(RunningApi.NOW.getEpochSecond() + later);
    }

    private static Row authorization(String part, String replacement, String words) {
        return late(
                part + " replaced by " + replacement,
                request -> request.authorization(text -> text.replace(part, replacement)),
                MALFORMED,
                words);
    }

    private static Row line(String line, int status, String code, String words) {
        return early(line, request -> request, request -> request.line(line), status, code, words);
    }

    private static Row misdirected(String what, UnaryOperator<SignedRequest> change, String words) {
        return early(what, request -> request, change, 403, "InvalidRequest", words);
    }

    private static Row late(String what, UnaryOperator<SignedRequest> change, String code, String words) {
        return early(what, request -> request, change, 200, code, words);
    }

    private static Row early(String what, UnaryOperator<SignedRequest> change, String code, String words) {
        return early(what, change, request -> request, 200, code, words);
    }

    private static Row early(
            String what,
            UnaryOperator<SignedRequest> early,
            UnaryOperator<SignedRequest> late,
            int status,
            String code,
            String words) {
        return new Row(what, early, late, status, code, words);
    }
}
