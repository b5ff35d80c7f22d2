package io.github.csscallback.testkit.internal.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedTargetsTest {

    private final AllowedTargets targets = new AllowedTargets(Set.of("Hooks.example.com", "192.0.2.7", "2001:DB8::1"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST",
                "127.0.0.1",
                "127.0.0.0",
                "127.255.255.255",
                "127.12.0.99",
                "[::1]",
                "[0:0:0:0:0:0:0:1]",
                "[0000:0000:0000:0000:0000:0000:0000:0001]",
                "hooks.EXAMPLE.com",
                "192.0.2.7",
                "[2001:db8::1]"
            })
    void loopbackAndAllowedHostsArePermitted(String host) {
        assertThat(targets.rejection(host)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.com",
                "sub.hooks.example.com",
                "hooks.example.com.",
                "localhost.",
                "xlocalhost",
                "127.0.0.256",
                "127.0.0.01",
                "127.0.0",
                "127.0.0.1.1",
                "0127.0.0.1",
                "0.0.0.0",
                "[::]",
                "[::2]",
                "[::ffff:127.0.0.1]",
                "[1::1]",
                "[::1:1]",
                "192.0.2.8",
                "2001:db8::2"
            })
    void otherHostsAreRejected(String host) {
        assertThat(targets.rejection(host))
                .get(InstanceOfAssertFactories.STRING)
                .contains("allowTarget", host);
    }

    @Test
    void withoutAllowedHostsOnlyLoopbackIsPermitted() {
        assertThat(new AllowedTargets(Set.of()).rejection("hooks.example.com")).isPresent();
        assertThat(new AllowedTargets(Set.of()).rejection("127.0.0.1")).isEmpty();
    }
}
