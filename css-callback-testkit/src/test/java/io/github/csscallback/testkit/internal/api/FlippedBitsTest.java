package io.github.csscallback.testkit.internal.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.core.template.Site;
import io.github.csscallback.testkit.internal.account.Template;
import io.github.csscallback.testkit.internal.account.TemplateValues;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A signed request in which one bit is another. */
@Timeout(120)
class FlippedBitsTest {

    private static final String CHANGE = "{\"TemplateId\":100001,\"Description\":\"more\"}";

    /**
     * Every bit of every byte of a request, one at a time. What is signed, and what says how it is signed, must be rejected
     * when it is not what was sent. Of the rest, such as white space around a value, the request may mean the same as
     * before; then it must do just what it would have done.
     */
    @Test
    void aFlippedBitAnywhereIsRejected() {
        try (RunningApi api = RunningApi.at(Site.CHINA)) {
            RejectionChecks.prepare(api);
            SignedRequest request = api.request("ModifyLiveCallbackTemplate", CHANGE)
                    .signing("content-type", "host", "x-tc-action")
                    .sign();
            String head = request.head();
            byte[] good = request.bytes();
            Template before = api.account.template(100_001);
            TemplateValues back = new TemplateValues(Map.of("Description", ""), null);
            int rejected = 0;
            for (int position = 0; position < good.length; position++) {
                for (int bit = 0; bit < Byte.SIZE; bit++) {
                    byte[] bad = good.clone();
                    bad[position] ^= (byte) (1 << bit);
                    boolean taken = Response.to(api.endpoint(), bad)
                            .map(response ->
                                    response.status() == 200 && response.code().isEmpty())
                            .orElse(false);
                    String where = "bit " + bit + " flipped at the end of "
                            + new String(good, Math.max(0, position - 20), Math.min(20, position) + 1, ISO_8859_1);
                    if (mustBeRejected(head, position, bit)) {
                        assertThat(taken).as(where).isFalse();
                        rejected++;
                    }
                    if (taken) {
                        assertThat(api.account.template(100_001).fields().texts())
                                .as(where)
                                .containsEntry("Description", "more");
                        api.account.modify(100_001, back);
                    }
                    assertThat(api.account.template(100_001)).as(where).isEqualTo(before);
                }
            }
            assertThat(rejected).isGreaterThan(2_900);
            assertThat(Response.to(api.endpoint(), good))
                    .hasValueSatisfying(response ->
                            assertThat(response.code()).as(response.message()).isEmpty());
        }
    }

    /** All but request line, Content-Length and what separates; case does not matter in names, nor is it signed in values. */
    private static boolean mustBeRejected(String head, int position, int bit) {
        if (position >= head.length()) {
            return true;
        }
        int begin = head.lastIndexOf('\n', position - 1) + 1;
        int colon = head.indexOf(':', begin);
        int end = head.indexOf('\r', begin);
        if (begin == 0 || head.startsWith("Content-Length", begin) || position >= end || colon < 0) {
            return false;
        }
        if (position == colon || position == colon + 1) {
            return false;
        }
        String name = head.substring(begin, colon);
        boolean caseMatters = position > colon && !name.equals("Host") && !name.equals("Content-Type");
        return caseMatters || bit != 5 || !Character.isLetter(head.charAt(position));
    }
}
