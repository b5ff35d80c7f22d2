package io.github.csscallback.benchmarks.manage;

import com.tencentcloudapi.common.CommonClient;
import com.tencentcloudapi.common.CommonRequest;
import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.HttpProfile;
import io.github.csscallback.client.CssCallbackClient;
import io.github.csscallback.client.Endpoint;
import io.github.csscallback.client.credentials.Credentials;
import io.github.csscallback.client.credentials.CredentialsProvider;
import io.github.csscallback.core.event.EventType;
import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.template.Site;
import io.github.csscallback.core.template.TemplateSpec;
import java.net.URI;

/** A client that makes one and the same call. */
interface Contender {

    /** Made up; the server does not look at them. */
    String SECRET_ID = "AKIDEXAMPLEEXAMPLEEXAMPLE";

    /** Made up; the server does not look at them. */
    String SECRET_KEY = "exampleExampleExampleExample";

    String URL = "https://hooks.example.com/css";

    Object call() throws Exception;

    static Contender of(String client, String call, URI server) {
        return switch (client + " " + call) {
            case "ours templates" -> {
                CssCallbackClient ours = ours(server);
                yield ours::listTemplates;
            }
            case "ours create" -> {
                CssCallbackClient ours = ours(server);
                yield () -> ours.createTemplate(TemplateSpec.named("shop-live")
                        .notifyUrl(EventType.STREAM_BEGIN, URI.create(URL))
                        .notifyUrl(EventType.RECORD, URI.create(URL))
                        .callbackKey(CallbackKey.of("adasda131312"))
                        .build());
            }
            case "official templates" -> {
                CommonClient official = official(server);
                yield () -> official.commonRequest(new CommonRequest("{}"), "DescribeLiveCallbackTemplates");
            }
            case "official create" -> {
                CommonClient official = official(server);
                yield () -> official.commonRequest(
                        new CommonRequest("{\"TemplateName\":\"shop-live\",\"StreamBeginNotifyUrl\":\"" + URL
                                + "\",\"RecordNotifyUrl\":\"" + URL + "\",\"CallbackKey\":\"adasda131312\"}"),
                        "CreateLiveCallbackTemplate");
            }
            default -> throw new IllegalArgumentException("ours|official templates|create");
        };
    }

    private static CssCallbackClient ours(URI server) {
        return CssCallbackClient.builder()
                .credentials(CredentialsProvider.of(Credentials.of(SECRET_ID, SECRET_KEY)))
                .site(Site.CHINA)
                .endpoint(Endpoint.of(server))
                .build();
    }

    private static CommonClient official(URI server) {
        HttpProfile http = new HttpProfile();
        http.setProtocol("http://");
        http.setEndpoint(server.getAuthority());
        ClientProfile profile = new ClientProfile();
        profile.setHttpProfile(http);
        return new CommonClient("live", "2018-08-01", new Credential(SECRET_ID, SECRET_KEY), "ap-guangzhou", profile);
    }
}
