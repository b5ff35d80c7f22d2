package io.github.csscallback.testkit.internal.api.message;

/** The error codes of this API, as the service spells them. */
public enum ErrorCode {
    INVALID_AUTHORIZATION("AuthFailure.InvalidAuthorization"),
    SECRET_ID_NOT_FOUND("AuthFailure.SecretIdNotFound"),
    SIGNATURE_EXPIRE("AuthFailure.SignatureExpire"),
    SIGNATURE_FAILURE("AuthFailure.SignatureFailure"),
    TOKEN_FAILURE("AuthFailure.TokenFailure"),
    CONF_IN_USED("FailedOperation.ConfInUsed"),
    RULE_NOT_FOUND("FailedOperation.NotFound"),
    INTERNAL_ERROR("InternalError"),
    CONF_NOT_FOUND("InternalError.ConfNotFound"),
    CONF_OUT_LIMIT("InternalError.ConfOutLimit"),
    RULE_ALREADY_EXIST("InternalError.RuleAlreadyExist"),
    INVALID_ACTION("InvalidAction"),
    INVALID_PARAMETER("InvalidParameter"),
    BAD_NAME("InvalidParameter.ArgsNotMatch"),
    CONF_TO_BIND_NOT_FOUND("InvalidParameter.ConfNotFound"),
    DOMAIN_FORMAT_ERROR("InvalidParameter.DomainFormatError"),
    INVALID_CALLBACK_URL("InvalidParameter.InvalidCallbackUrl"),
    INVALID_PARAMETER_VALUE("InvalidParameterValue"),
    INVALID_REQUEST("InvalidRequest"),
    MISSING_PARAMETER("MissingParameter"),
    NO_SUCH_VERSION("NoSuchVersion"),
    REQUEST_LIMIT_EXCEEDED("RequestLimitExceeded"),
    REQUEST_SIZE_LIMIT_EXCEEDED("RequestSizeLimitExceeded"),
    UNKNOWN_PARAMETER("UnknownParameter"),
    UNSUPPORTED_PROTOCOL("UnsupportedProtocol");

    private final String text;

    ErrorCode(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
