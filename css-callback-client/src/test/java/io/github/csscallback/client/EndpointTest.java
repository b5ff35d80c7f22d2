package io.github.csscallback.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.csscallback.core.template.Site;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {

    @Test
    void eachSiteHasItsUsualEndpoint() {
        assertThat(Endpoint.of(Site.CHINA).uri()).hasToString("https://live.tencentcloudapi.com/");
        assertThat(Endpoint.of(Site.INTERNATIONAL).uri()).hasToString("https://live.intl.tencentcloudapi.com/");
    }

    @Test
    void aRegionHasAnAccessPoint() {
        assertThat(Endpoint.ofRegion("ap-shanghai-fsi").uri())
                .hasToString("https://live.ap-shanghai-fsi.tencentcloudapi.com/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "guangzhou", "ap-guangzhou.evil.example/", "AP-guangzhou", "ap--x", "ap-x@h"})
    void aRegionThatIsNoneIsRejected(String region) {
        assertThatIllegalArgumentException().isThrownBy(() -> Endpoint.ofRegion(region));
    }

    @ParameterizedTest
    @CsvSource({
        "https://GW.example.com, https://gw.example.com/",
        "HTTPS://gw.example.com:8443/, https://gw.example.com:8443/",
        "http://127.0.0.1:8080, http://127.0.0.1:8080/",
        "http://127.1.2.3, http://127.1.2.3/",
        "http://localhost:1, http://localhost:1/",
        "http://[::1]:80/, http://[::1]:80/"
    })
    void httpsGoesAnywhereAndHttpToLoopback(String address, String endpoint) {
        assertThat(Endpoint.of(URI.create(address)).uri()).hasToString(endpoint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://live.tencentcloudapi.com/",
                "http://127.0.0.1.example.com/",
                "http://localhost.example.com/",
                "http://10.0.0.1/",
                "http://0.0.0.0/",
                "ftp://127.0.0.1/",
                "//127.0.0.1/",
                "live.tencentcloudapi.com",
                "https://user:secret@h/",
                "https://h/path",
                "https://h/?q",
                "https://h/#f",
                "https:///"
            })
    void everyOtherAddressIsRejected(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Endpoint.of(URI.create(address)))
                .withMessageNotContaining("secret");
    }
}
