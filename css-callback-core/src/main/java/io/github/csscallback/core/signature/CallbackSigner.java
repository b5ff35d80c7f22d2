package io.github.csscallback.core.signature;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;

/**
 * Signs as CSS does, for tests and simulators: {@code sign = MD5(key + t)}, 32 lower-case hexadecimal characters.
 *
 * <p>Stateless and safe for use by several threads.
 *
 * @see <a href="https://www.tencentcloud.com/document/product/267/38080">Documentation, intl 38080</a>
 */
public final class CallbackSigner {

    private CallbackSigner() {}

    /**
     * The value of {@code sign} for a packet that expires at {@code t}.
     *
     * @param key the callback key
     * @param t the value of the packet's {@code t}; what is below a second is dropped. CSS sends now + 600 s
     * @return 32 lower-case hexadecimal characters
     * @throws IllegalArgumentException if {@code t} lies before 1970
     */
    public static String sign(CallbackKey key, Instant t) {
        if (t.getEpochSecond() < 0) {
            throw new IllegalArgumentException("t must not lie before 1970: " + t);
        }
        byte[] digits = Long.toString(t.getEpochSecond()).getBytes(StandardCharsets.US_ASCII);
        return HexFormat.of().formatHex(new Md5().of(key, digits, 0, digits.length));
    }
}
