package io.github.csscallback.testkit.internal.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.csscallback.core.template.Site;
import io.github.csscallback.testkit.internal.account.TemplateValues;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** An API at each site, with one template that is bound and one that is not, to be rejected by. */
final class RejectionChecks implements AutoCloseable {

    private final Map<Site, RunningApi> apis = new EnumMap<>(Site.class);

    RejectionChecks() {
        for (Site site : Site.values()) {
            RunningApi api = RunningApi.at(site);
            apis.put(site, api);
            prepare(api);
        }
    }

    /** One template that is bound and one that is not, as rejected-parameters.txt expects. */
    static void prepare(RunningApi api) {
        TemplateValues fields = new TemplateValues(
                Map.of("TemplateName", "shop", "RecordNotifyUrl", "http://127.0.0.1:9/css"), List.of());
        assertThat(api.account.create(fields)).isEqualTo(100_001);
        assertThat(api.account.create(fields)).isEqualTo(100_002);
        api.account.bind("push.example.com", "live", 100_001);
    }

    /** Sends, and checks the rejection's form, that it changes nothing, and that it gives nothing away. */
    void check(Site site, Function<RunningApi, SignedRequest> made, int status, String code, String words) {
        RunningApi api = Objects.requireNonNull(apis.get(site));
        SignedRequest request = made.apply(api);
        List<Object> before = List.of(api.account.templates(), api.account.rules());

        Response response = api.send(request);

        assertThat(response.code()).as(response.body()).isEqualTo(code);
        assertThat(response.message()).contains(words);
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.response().fieldNames()).toIterable().containsExactly("Error", "RequestId");
        assertThat(response.response().path("RequestId").asText()).matches("[0-9a-f-]{36}");
        assertThat(response.body())
                .doesNotContain(RunningApi.SECRET_KEY, "secretPath", "callbackSecret")
                .doesNotContain(request.signature());
        assertThat(List.of(api.account.templates(), api.account.rules())).isEqualTo(before);
    }

    @Override
    public void close() {
        apis.values().forEach(RunningApi::close);
    }
}
