package io.github.csscallback.client.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.client.error.ErrorKind;
import io.github.csscallback.client.internal.call.AttemptResult.Effect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorCodesTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/error-codes.csv", numLinesToSkip = 1)
    void everyCodeOfTheDocumentationHasItsKindAndEffect(String code, ErrorKind kind, Effect effect) {
        assertThat(ErrorCodes.kind(code)).isEqualTo(kind);
        assertThat(ErrorCodes.effect("CreateLiveCallbackTemplate", code)).isEqualTo(effect);
    }

    @ParameterizedTest
    @CsvSource({
        "Anything.ConfInUsed, IN_USE",
        "Anything.ConfNotFound, NOT_FOUND",
        "Anything.Else, OTHER",
        "Anything, OTHER",
        "'', OTHER",
        "InternalError.NobodyKnows, OTHER",
        "FailedOperation.NobodyKnows, FAILED",
        "InvalidParameter.NobodyKnows, INVALID_REQUEST",
        "AuthFailure.NobodyKnows, UNAUTHENTICATED",
        "ResourceNotFound.NobodyKnows, NOT_FOUND",
        "LimitExceeded.NobodyKnows, QUOTA_EXCEEDED",
        "RequestLimitExceeded.NobodyKnows, RATE_LIMITED",
        "UnsupportedOperation.NobodyKnows, UNSUPPORTED"
    })
    void theLastPartDecidesInAnyFamilyAndTheFamilyDecidesAboutUnknownParts(String code, ErrorKind kind) {
        assertThat(ErrorCodes.kind(code)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "DescribeCallbackRecordsList, FailedOperation, UNKNOWN",
        "DescribeLiveStreamEventList, FailedOperation, UNKNOWN",
        "DescribeLiveCallbackRules, FailedOperation, REJECTED",
        "DescribeCallbackRecordsList, FailedOperation.NotFound, REJECTED",
        "DescribeCallbackRecordsList, InternalError.NobodyKnows, REJECTED",
        "DescribeCallbackRecordsList, RequestLimitExceeded.NobodyKnows, NOTHING",
        "DescribeCallbackRecordsList, RequestLimitExceededX, REJECTED",
        "DescribeCallbackRecordsList, LimitExceeded.RateLimitExceeded, UNKNOWN"
    })
    void theEffectOfACodeMayDependOnTheAction(String action, String code, Effect effect) {
        assertThat(ErrorCodes.effect(action, code)).isEqualTo(effect);
    }

    @Test
    void onlyTwoCodesMayBeCuredByOtherCredentials() {
        assertThat(ErrorCodes.mayBeStaleCredentials("AuthFailure.TokenFailure")).isTrue();
        assertThat(ErrorCodes.mayBeStaleCredentials("AuthFailure.SecretIdNotFound"))
                .isTrue();
        assertThat(ErrorCodes.mayBeStaleCredentials("AuthFailure.SignatureFailure"))
                .isFalse();
    }
}
