package io.github.csscallback.core.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallbackKeysTest {

    private static final CallbackKey ONE = CallbackKey.of("secret1");
    private static final CallbackKey TWO = CallbackKey.of("secret2");

    @Test
    void areTheSameForEveryTargetAndInOrder() {
        CallbackKeys keys = CallbackKeys.of(ONE, TWO);

        assertThat(keys.forTarget("/a")).containsExactly(ONE, TWO).isEqualTo(keys.forTarget("/b"));
    }

    @Test
    void getALabelByTheirPlaceIfTheyHaveNone() {
        assertThat(labels(ONE, TWO)).containsExactly("key-1", "key-2");
        assertThat(labels(CallbackKey.of("secret1", "current"), TWO)).containsExactly("current", "key-2");
        assertThat(labels(ONE, CallbackKey.of("secret2", "old"))).containsExactly("key-1", "old");
    }

    @Test
    void doNotChangeWithTheListTheyCameFrom() {
        List<CallbackKey> list = new ArrayList<>(List.of(ONE));
        CallbackKeys keys = CallbackKeys.of(list);
        list.add(TWO);

        assertThat(keys.forTarget("/")).containsExactly(ONE);
    }

    @Test
    void atLeastOneIsNeeded() {
        assertThatIllegalArgumentException()
                .isThrownBy(CallbackKeys::of)
                .withMessage("no callback key given: without one no packet can be trusted");
    }

    @Test
    void noneMayBeGivenTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CallbackKeys.of(ONE, TWO, CallbackKey.of("secret1", "again")))
                .withMessage("callback keys key-1 and again are the same key or have the same label")
                .withMessageNotContaining("secret");
    }

    @Test
    void noLabelMayBeGivenTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CallbackKeys.of(ONE.labelled("shop"), TWO.labelled("shop")))
                .withMessageContaining("shop")
                .withMessageNotContaining("secret");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CallbackKeys.of(ONE.labelled("key-2"), TWO))
                .withMessageContaining("key-2");
    }

    private static List<String> labels(CallbackKey... keys) {
        return CallbackKeys.of(keys).forTarget("/").stream()
                .map(CallbackKey::label)
                .toList();
    }
}
