package io.github.csscallback.client.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.csscallback.client.error.ErrorKind;
import io.github.csscallback.client.internal.call.ApiCall.RetrySafety;
import io.github.csscallback.client.internal.call.AttemptResult.Effect;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.security.cert.CertificateException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TransportFailuresTest {

    static Stream<Arguments> failures() {
        return Stream.of(
                arguments(new ConnectException(), ErrorKind.NOT_CONNECTED, Effect.NOTHING),
                arguments(new HttpConnectTimeoutException("x"), ErrorKind.NOT_CONNECTED, Effect.NOTHING),
                arguments(
                        caused(new SSLHandshakeException("x"), new EOFException()),
                        ErrorKind.NOT_CONNECTED,
                        Effect.NOTHING),
                arguments(
                        caused(new SSLHandshakeException("x"), new CertificateException("y")),
                        ErrorKind.NOT_CONNECTED,
                        Effect.REJECTED),
                arguments(
                        new SSLHandshakeException("Received fatal alert: bad_certificate"),
                        ErrorKind.NOT_CONNECTED,
                        Effect.REJECTED),
                arguments(new SSLPeerUnverifiedException("x"), ErrorKind.NOT_CONNECTED, Effect.REJECTED),
                arguments(new SSLException("x"), ErrorKind.CONNECTION_LOST, Effect.UNKNOWN),
                arguments(new HttpTimeoutException("no complete response"), ErrorKind.TIMED_OUT, Effect.UNKNOWN),
                arguments(new EOFException(), ErrorKind.CONNECTION_LOST, Effect.UNKNOWN),
                arguments(new IOException("x"), ErrorKind.CONNECTION_LOST, Effect.UNKNOWN));
    }

    private static IOException caused(IOException failure, Throwable cause) {
        failure.initCause(cause);
        return failure;
    }

    @ParameterizedTest
    @MethodSource("failures")
    void itIsKnownWhatMayHaveBeenSent(IOException failure, ErrorKind kind, Effect effect) {
        AttemptResult.Failure outcome =
                TransportFailures.of(ApiCall.of("DescribeX", new byte[0], RetrySafety.READ), failure);

        assertThat(outcome.error().kind()).isEqualTo(kind);
        assertThat(outcome.effect()).isEqualTo(effect);
        assertThat(outcome.serverTime()).isNull();
        assertThat(outcome.error()).hasMessageStartingWith("DescribeX: ").hasCause(failure);
        assertThat(outcome.error().httpStatus()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "https://h/, h",
        "https://h:443/, h",
        "https://h:80/, h:80",
        "http://127.0.0.1:80/, 127.0.0.1",
        "http://127.0.0.1:443/, 127.0.0.1:443",
        "http://[::1]:8080/, [::1]:8080"
    })
    void theHostIsSignedAsTheJdkSendsIt(String endpoint, String host) {
        assertThat(SignedTransport.hostHeader(URI.create(endpoint))).isEqualTo(host);
    }
}
