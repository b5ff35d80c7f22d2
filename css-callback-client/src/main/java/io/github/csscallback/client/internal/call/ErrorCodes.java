package io.github.csscallback.client.internal.call;

import static java.util.Map.entry;

import io.github.csscallback.client.error.ErrorKind;
import java.util.Map;
import java.util.Set;

/**
 * The kind of a code. The same fact has a spelling in several families ({@code InternalError.ConfNotFound}, {@code
 * InvalidParameter.ConfNotFound}), so the part after the last dot decides first, whatever the family; the family decides
 * about parts that are not in the table. Account-state codes wear the family ResourceNotFound and business errors the
 * family InternalError, so neither family is enough alone.
 */
final class ErrorCodes {

    private static final Map<String, ErrorKind> BY_LAST_PART = Map.ofEntries(
            entry("NotFound", ErrorKind.NOT_FOUND),
            entry("ConfNotFound", ErrorKind.NOT_FOUND),
            entry("RuleNotFound", ErrorKind.NOT_FOUND),
            entry("DomainNotExist", ErrorKind.NOT_FOUND),
            entry("PushDomainNoRecord", ErrorKind.NOT_FOUND),
            entry("EmptyData", ErrorKind.NOT_FOUND),
            entry("ResourceNotFound", ErrorKind.NOT_FOUND),
            entry("ConfInUsed", ErrorKind.IN_USE),
            entry("RuleInUsing", ErrorKind.IN_USE),
            entry("ResourceInUse", ErrorKind.IN_USE),
            entry("RuleAlreadyExist", ErrorKind.ALREADY_EXISTS),
            entry("ConfOutLimit", ErrorKind.QUOTA_EXCEEDED),
            entry("RuleOutLimit", ErrorKind.QUOTA_EXCEEDED),
            entry("LimitExceeded", ErrorKind.QUOTA_EXCEEDED),
            entry("ResourceInsufficient", ErrorKind.QUOTA_EXCEEDED),
            entry("RequestLimitExceeded", ErrorKind.RATE_LIMITED),
            entry("RateLimitExceeded", ErrorKind.RATE_LIMITED),
            entry("ForbidService", ErrorKind.ACCOUNT_STATE),
            entry("FreezeService", ErrorKind.ACCOUNT_STATE),
            entry("StopService", ErrorKind.ACCOUNT_STATE),
            entry("UserDisableService", ErrorKind.ACCOUNT_STATE),
            entry("UserNotExist", ErrorKind.ACCOUNT_STATE),
            entry("InvalidUser", ErrorKind.ACCOUNT_STATE),
            entry("NotLVBCodeMode", ErrorKind.ACCOUNT_STATE),
            entry("UnauthorizedOperation", ErrorKind.FORBIDDEN),
            entry("MFAFailure", ErrorKind.FORBIDDEN),
            entry("NotPermmitOperat", ErrorKind.FORBIDDEN),
            entry("IpInBlacklist", ErrorKind.FORBIDDEN),
            entry("IpNotInWhitelist", ErrorKind.FORBIDDEN),
            entry("SignatureExpire", ErrorKind.CLOCK_SKEW),
            entry("InvalidInput", ErrorKind.INVALID_REQUEST),
            entry("ArgsNotMatch", ErrorKind.INVALID_REQUEST),
            entry("MissingParameter", ErrorKind.INVALID_REQUEST),
            entry("UnknownParameter", ErrorKind.INVALID_REQUEST),
            entry("RequestSizeLimitExceeded", ErrorKind.INVALID_REQUEST),
            entry("InvalidRequest", ErrorKind.INVALID_REQUEST),
            entry("ActionOffline", ErrorKind.UNSUPPORTED),
            entry("InvalidAction", ErrorKind.UNSUPPORTED),
            entry("NoSuchProduct", ErrorKind.UNSUPPORTED),
            entry("NoSuchVersion", ErrorKind.UNSUPPORTED),
            entry("InternalError", ErrorKind.UNAVAILABLE),
            entry("DBError", ErrorKind.UNAVAILABLE),
            entry("ConnectDbError", ErrorKind.UNAVAILABLE),
            entry("GetBizidError", ErrorKind.UNAVAILABLE),
            entry("SystemError", ErrorKind.UNAVAILABLE),
            entry("NetworkError", ErrorKind.UNAVAILABLE),
            entry("CallOtherSvrError", ErrorKind.UNAVAILABLE),
            entry("CallOtherSvrFailed", ErrorKind.UNAVAILABLE),
            entry("ResourceUnavailable", ErrorKind.UNAVAILABLE),
            entry("ServiceUnavailable", ErrorKind.UNAVAILABLE));

    private static final Map<String, ErrorKind> BY_FAMILY = Map.ofEntries(
            entry("AuthFailure", ErrorKind.UNAUTHENTICATED),
            entry("InvalidParameter", ErrorKind.INVALID_REQUEST),
            entry("InvalidParameterValue", ErrorKind.INVALID_REQUEST),
            entry("MissingParameter", ErrorKind.INVALID_REQUEST),
            entry("UnknownParameter", ErrorKind.INVALID_REQUEST),
            entry("InvalidRequest", ErrorKind.INVALID_REQUEST),
            entry("UnauthorizedOperation", ErrorKind.FORBIDDEN),
            entry("RequestLimitExceeded", ErrorKind.RATE_LIMITED),
            entry("LimitExceeded", ErrorKind.QUOTA_EXCEEDED),
            entry("ResourceNotFound", ErrorKind.NOT_FOUND),
            entry("ResourceInUse", ErrorKind.IN_USE),
            entry("ResourceInsufficient", ErrorKind.QUOTA_EXCEEDED),
            entry("UnsupportedOperation", ErrorKind.UNSUPPORTED),
            entry("UnsupportedProtocol", ErrorKind.UNSUPPORTED),
            entry("UnsupportedRegion", ErrorKind.UNSUPPORTED),
            entry("FailedOperation", ErrorKind.FAILED));

    /** Only these actions list the bare FailedOperation, where it seems to be transient. */
    private static final Set<String> FAILS_IN_PASSING =
            Set.of("DescribeCallbackRecordsList", "DescribeLiveStreamEventList");

    private ErrorCodes() {}

    static ErrorKind kind(String code) {
        ErrorKind kind = BY_LAST_PART.get(code.substring(code.lastIndexOf('.') + 1));
        if (kind != null) {
            return kind;
        }
        int dot = code.indexOf('.');
        return BY_FAMILY.getOrDefault(dot < 0 ? code : code.substring(0, dot), ErrorKind.OTHER);
    }

    static AttemptResult.Effect effect(String action, String code) {
        if (isFamily(code, "RequestLimitExceeded")) {
            return AttemptResult.Effect.NOTHING;
        }
        boolean passing = kind(code) == ErrorKind.UNAVAILABLE
                || code.equals("LimitExceeded.RateLimitExceeded")
                || (code.equals("FailedOperation") && FAILS_IN_PASSING.contains(action));
        return passing ? AttemptResult.Effect.UNKNOWN : AttemptResult.Effect.REJECTED;
    }

    /** Codes that fresh temporary credentials may cure. */
    static boolean mayBeStaleCredentials(String code) {
        return code.equals("AuthFailure.TokenFailure") || code.equals("AuthFailure.SecretIdNotFound");
    }

    private static boolean isFamily(String code, String family) {
        return code.equals(family) || code.startsWith(family + ".");
    }
}
