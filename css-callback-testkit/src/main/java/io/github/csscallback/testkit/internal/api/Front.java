package io.github.csscallback.testkit.internal.api;

import io.github.csscallback.testkit.internal.account.Account;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the service does with a request before an action sees it, in the service's order: who asks, what for, whether too
 * often, and only then with which parameters. Safe for use by several threads.
 */
final class Front {

    private static final String SERVICE = "live";
    private static final String VERSION = "2018-08-01";

    private final Logger log = LoggerFactory.getLogger(ApiServer.class);
    private final Tc3Check signatures;
    private final RateLimiter rates;
    private final Actions actions;

    Front(ApiSettings settings, Account account, CallbackRecords records) {
        this.signatures =
                new Tc3Check(SERVICE, settings.secretId(), settings.secretKey(), settings.token(), settings.clock());
        this.rates = new RateLimiter(settings.rates(), settings.nanoTime());
        this.actions = new Actions(account, records);
    }

    ApiAnswer answer(ApiRequest request) {
        try {
            return ApiAnswer.of(run(request));
        } catch (ApiRefusal e) {
            return ApiAnswer.of(e);
        } catch (RuntimeException e) {
            log.error("the simulated API failed; this is a mistake in it", e);
            return ApiAnswer.of(new ApiRefusal(Code.INTERNAL_ERROR, "the simulator failed; its log says more"));
        }
    }

    private Members run(ApiRequest request) {
        Addressee.check(request);
        if (request.body().length > ApiServer.MAX_BODY) {
            throw new ApiRefusal(
                    Code.REQUEST_SIZE_LIMIT_EXCEEDED, "the body has more than " + ApiServer.MAX_BODY + " bytes");
        }
        signatures.check(request);
        ContentType.check(request);
        String version = request.requiredHeader("x-tc-version");
        if (!version.equals(VERSION)) {
            throw new ApiRefusal(Code.NO_SUCH_VERSION, "x-tc-version must be " + VERSION);
        }
        String name = request.requiredHeader("x-tc-action");
        Action action = actions.named(name);
        rates.count(name);
        return action.run(ParametersReader.read(request.body()));
    }
}
