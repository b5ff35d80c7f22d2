package io.github.csscallback.client.internal.call;

import io.github.csscallback.client.error.CssApiException;
import io.github.csscallback.client.error.CssApiException.Details;
import io.github.csscallback.client.error.ErrorKind;
import io.github.csscallback.client.internal.call.AttemptResult.Effect;
import io.github.csscallback.client.internal.http.ResponseTooLargeException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.security.cert.CertificateException;
import java.util.Objects;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** The effect of an exchange without a response. */
final class TransportFailures {

    private TransportFailures() {}

    static AttemptResult.Failure of(ApiCall call, IOException failure) {
        if (failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException) {
            return failure(
                    call,
                    ErrorKind.NOT_CONNECTED,
                    "no connection to the endpoint came about; check its name, the network and the proxy settings",
                    failure,
                    Effect.NOTHING);
        }
        if (failure instanceof SSLHandshakeException || failure instanceof SSLPeerUnverifiedException) {
            return isAboutCertificate(failure)
                    ? failure(
                            call,
                            ErrorKind.NOT_CONNECTED,
                            "the endpoint's certificate is not accepted; check the endpoint's name and the trust store",
                            failure,
                            Effect.REJECTED)
                    : failure(
                            call,
                            ErrorKind.NOT_CONNECTED,
                            "the TLS handshake with the endpoint failed",
                            failure,
                            Effect.NOTHING);
        }
        if (failure instanceof HttpTimeoutException) {
            return failure(call, ErrorKind.TIMED_OUT, String.valueOf(failure.getMessage()), failure, Effect.UNKNOWN);
        }
        if (failure instanceof ResponseTooLargeException) {
            return failure(
                    call,
                    ErrorKind.BAD_RESPONSE,
                    failure.getMessage() + ", more than the service ever sends; check the endpoint and any proxy",
                    failure,
                    Effect.UNKNOWN_PERMANENT);
        }
        return failure(
                call,
                ErrorKind.CONNECTION_LOST,
                "the connection broke before the response was complete ("
                        + failure.getClass().getSimpleName() + "); a proxy or the network may have cut it",
                failure,
                Effect.UNKNOWN);
    }

    private static AttemptResult.Failure failure(
            ApiCall call, ErrorKind kind, String what, IOException cause, Effect effect) {
        return new AttemptResult.Failure(
                new CssApiException(call.action() + ": " + what, Details.of(kind, call.action()), cause), effect, null);
    }

    private static boolean isAboutCertificate(Throwable failure) {
        for (@Nullable Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof CertificateException
                    || at instanceof SSLPeerUnverifiedException
                    || Objects.requireNonNullElse(at.getMessage(), "").contains("certificate")) {
                return true;
            }
        }
        return false;
    }
}
