package io.github.csscallback.testkit.internal.api;

import io.github.csscallback.testkit.internal.account.Account;
import io.github.csscallback.testkit.internal.api.auth.HostCheck;
import io.github.csscallback.testkit.internal.api.auth.Tc3Verifier;
import io.github.csscallback.testkit.internal.api.message.ApiErrorException;
import io.github.csscallback.testkit.internal.api.message.ApiRequest;
import io.github.csscallback.testkit.internal.api.message.ApiResponse;
import io.github.csscallback.testkit.internal.api.message.ErrorCode;
import io.github.csscallback.testkit.internal.api.message.ParametersReader;
import io.github.csscallback.testkit.internal.api.message.ResponseContent;
import io.github.csscallback.testkit.internal.api.record.RecordSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Processes a request up to its action, in the order of the service: authentication, action, rate, and only then the
 * parameters. Safe for use by several threads.
 */
final class RequestPipeline {

    private static final String SERVICE = "live";
    private static final String VERSION = "2018-08-01";

    private final Logger log = LoggerFactory.getLogger(ApiServer.class);
    private final Tc3Verifier signatures;
    private final RequestQuota rates;
    private final Actions actions;

    RequestPipeline(ApiSettings settings, Account account, RecordSource records) {
        this.signatures =
                new Tc3Verifier(SERVICE, settings.secretId(), settings.secretKey(), settings.token(), settings.clock());
        this.rates = new RequestQuota(settings.rates(), settings.nanoTime());
        this.actions = new Actions(account, records);
    }

    /**
     * Returns the response.
     *
     * @param tooLarge whether the body is larger than the service accepts; its bytes are missing then
     */
    ApiResponse respond(ApiRequest request, boolean tooLarge) {
        try {
            return ApiResponse.of(run(request, tooLarge));
        } catch (ApiErrorException e) {
            return ApiResponse.of(e);
        } catch (RuntimeException e) {
            log.error("the simulated API failed; this is a mistake in it", e);
            return ApiResponse.of(new ApiErrorException(ErrorCode.INTERNAL_ERROR, "the simulator failed; see its log"));
        }
    }

    private ResponseContent run(ApiRequest request, boolean tooLarge) {
        HostCheck.check(request);
        if (tooLarge) {
            throw new ApiErrorException(
                    ErrorCode.REQUEST_SIZE_LIMIT_EXCEEDED, "the body has more than " + ApiRequest.MAX_BODY + " bytes");
        }
        signatures.check(request);
        ContentTypeCheck.check(request);
        String version = request.requiredHeader("x-tc-version");
        if (!version.equals(VERSION)) {
            throw new ApiErrorException(ErrorCode.NO_SUCH_VERSION, "x-tc-version must be " + VERSION);
        }
        String name = request.requiredHeader("x-tc-action");
        Action action = actions.named(name);
        rates.count(name);
        return action.run(ParametersReader.read(request.body()));
    }
}
