package io.github.csscallback.testkit.internal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.csscallback.client.CssCallbackClient;
import io.github.csscallback.client.error.CssApiException;
import io.github.csscallback.client.error.ErrorKind;
import io.github.csscallback.client.retry.RetryPolicy;
import io.github.csscallback.core.template.Site;
import io.github.csscallback.testkit.internal.api.message.ApiErrorException;
import io.github.csscallback.testkit.internal.api.message.ErrorCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatesTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @ParameterizedTest
    @CsvSource({
        "CreateLiveCallbackTemplate, 200",
        "ModifyLiveCallbackTemplate, 200",
        "DeleteLiveCallbackTemplate, 200",
        "CreateLiveCallbackRule, 200",
        "DeleteLiveCallbackRule, 200",
        "DescribeLiveCallbackTemplate, 500",
        "DescribeLiveCallbackTemplates, 500",
        "DescribeLiveCallbackRules, 500",
        "DescribeCallbackRecordsList, 20"
    })
    void eachActionHasItsDocumentedRate(String action, int rate) {
        long[] now = {Long.MAX_VALUE - SECOND / 2}; // nanoTime may overflow
        RequestQuota limiter = new RequestQuota(RequestRates.documented(), () -> now[0]);
        for (int second = 0; second < 2; second++) {
            for (int i = 0; i < rate; i++) {
                limiter.count(action);
            }
            now[0] += SECOND - 1;
            assertThatThrownBy(() -> limiter.count(action))
                    .isInstanceOfSatisfying(
                            ApiErrorException.class,
                            e -> assertThat(e.code()).isEqualTo(ErrorCode.REQUEST_LIMIT_EXCEEDED))
                    .hasMessage("this is request " + (rate + 1) + " of " + action + " within a second; " + rate
                            + " are allowed; wait for the next one");
            now[0] += 1;
        }
    }

    @Test
    void actionsAreCountedByThemselves() {
        RequestQuota limiter = new RequestQuota(RequestRates.off().with("A", 1).with("B", 1), () -> 0);
        limiter.count("A");
        limiter.count("B");
        assertThatThrownBy(() -> limiter.count("A")).isInstanceOf(ApiErrorException.class);
        for (int i = 0; i < 10_000; i++) {
            limiter.count("without a limit");
        }
    }

    @Test
    void aRateIsAtLeastOne() {
        assertThatThrownBy(() -> RequestRates.documented().with("A", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the rate of A must be at least 1, not 0");
    }

    @Test
    void requestsAboveTheRateAreRejectedWithoutEffect() {
        RequestRates rates = RequestRates.documented().with("CreateLiveCallbackTemplate", 2);
        try (RunningApi api = RunningApi.with(Site.CHINA, null, rates)) {
            List<String> codes = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                codes.add(create(api).code());
            }
            assertThat(codes).containsExactly("", "", "RequestLimitExceeded", "RequestLimitExceeded");
            assertThat(api.account.templates()).hasSize(2);
            api.nanoTime.addAndGet(SECOND);
            assertThat(create(api).code()).isEmpty();
        }
    }

    @Test
    void requestsThatAreNotSignedAreNotCounted() {
        RequestRates rates = RequestRates.off().with("DescribeLiveCallbackRules", 1);
        try (RunningApi api = RunningApi.with(Site.CHINA, null, rates)) {
            for (int i = 0; i < 3; i++) {
                assertThat(api.send(api.request("DescribeLiveCallbackRules", "{}"))
                                .code())
                        .isEqualTo("AuthFailure.InvalidAuthorization");
            }
            assertThat(api.call("DescribeLiveCallbackRules", "{}").code()).isEmpty();
        }
    }

    @Test
    void theClientWaitsASecondAndSucceeds() {
        RequestRates rates = RequestRates.off().with("DescribeLiveCallbackRules", 1);
        try (RunningApi api = RunningApi.with(Site.CHINA, null, rates);
                CssCallbackClient impatient = api.clientBuilder().build();
                CssCallbackClient patient = api.clientBuilder()
                        .retryPolicy(RetryPolicy.defaults())
                        .sleeper(duration -> api.nanoTime.addAndGet(duration.toNanos()))
                        .build()) {
            patient.listRules();
            assertThatThrownBy(impatient::listRules)
                    .isInstanceOfSatisfying(
                            CssApiException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.RATE_LIMITED));
            assertThat(patient.listRules()).isEmpty();
            assertThat(api.nanoTime.get()).isBetween(SECOND, 3 * SECOND);
        }
    }

    private static Response create(RunningApi api) {
        return api.call(
                "CreateLiveCallbackTemplate", "{\"TemplateName\":\"shop\",\"RecordNotifyUrl\":\"http://a.example/\"}");
    }
}
