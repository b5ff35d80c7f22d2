package io.github.csscallback.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SeedsTest {

    @Test
    void withoutAChoiceEveryRunUsesTheSameSeeds() {
        assertThat(seeds(null, 3)).containsExactly(1L, 2L, 3L);
        assertThat(seeds("", 2)).containsExactly(1L, 2L);
    }

    @Test
    void aChosenSeedIsTheOnlyOne() {
        assertThat(seeds("-42", 100)).containsExactly(-42L);
    }

    @Test
    void randomStartsSomewhereElse() {
        assertThat(seeds("random", 5)).hasSize(5).doesNotHaveDuplicates();
        assertThat(seeds("random", 1)).isNotEqualTo(seeds("random", 1));
    }

    @Test
    void aFailureNamesItsSeed() {
        assertThatThrownBy(() -> Seeds.forEach(null, 9, seed -> assertThat(seed).isLessThan(7)))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("with -Dseed=7: ");
    }

    private static List<Long> seeds(@Nullable String choice, int times) {
        List<Long> seeds = new ArrayList<>();
        Seeds.forEach(choice, times, seeds::add);
        return seeds;
    }
}
