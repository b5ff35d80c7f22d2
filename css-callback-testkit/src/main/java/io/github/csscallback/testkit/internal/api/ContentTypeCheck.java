package io.github.csscallback.testkit.internal.api;

import io.github.csscallback.testkit.internal.api.message.ApiErrorException;
import io.github.csscallback.testkit.internal.api.message.ApiRequest;
import io.github.csscallback.testkit.internal.api.message.ErrorCode;
import java.util.Locale;
import java.util.regex.Pattern;

/** Checks that the content type is JSON in UTF-8; the charset may be omitted. */
final class ContentTypeCheck {

    private static final Pattern JSON = Pattern.compile("application/json\\s*(;\\s*charset=(utf-8|\"utf-8\")\\s*)?");

    private ContentTypeCheck() {}

    static void check(ApiRequest request) {
        String type = request.requiredHeader("content-type").toLowerCase(Locale.ROOT);
        if (!JSON.matcher(type).matches()) {
            throw new ApiErrorException(
                    ErrorCode.INVALID_REQUEST,
                    "content-type must be application/json or application/json; charset=utf-8");
        }
    }
}
