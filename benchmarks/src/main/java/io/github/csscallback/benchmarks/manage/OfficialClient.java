package io.github.csscallback.benchmarks.manage;

import com.google.gson.annotations.Expose;
import com.google.gson.annotations.SerializedName;
import com.tencentcloudapi.common.AbstractClient;
import com.tencentcloudapi.common.AbstractModel;
import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.HttpProfile;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The provider's client with typed requests and responses: its class {@code AbstractClient}, called as each method of its
 * {@code LiveClient} calls it, with models of the same members. {@code LiveClient} itself adds nothing to that path.
 */
@SuppressWarnings("NonApiType") // AbstractModel declares toMap(HashMap, String)
final class OfficialClient extends AbstractClient {

    OfficialClient(URI server, String secretId, String secretKey) {
        super(
                server.getAuthority(),
                "2018-08-01",
                new Credential(secretId, secretKey),
                "ap-guangzhou",
                profile(server));
    }

    private static ClientProfile profile(URI server) {
        HttpProfile http = new HttpProfile();
        http.setProtocol(server.getScheme() + "://");
        http.setEndpoint(server.getAuthority());
        ClientProfile profile = new ClientProfile();
        profile.setHttpProfile(http);
        return profile;
    }

    Templates listTemplates() throws TencentCloudSDKException {
        return internalRequest(new NoParameters(), "DescribeLiveCallbackTemplates", Templates.class);
    }

    Created createTemplate(String name, String beginUrl, String recordUrl, String key) throws TencentCloudSDKException {
        Template template = new Template();
        template.TemplateName = name;
        template.StreamBeginNotifyUrl = beginUrl;
        template.RecordNotifyUrl = recordUrl;
        template.CallbackKey = key;
        return internalRequest(template, "CreateLiveCallbackTemplate", Created.class);
    }

    private static final class NoParameters extends AbstractModel {

        @Override
        protected void toMap(HashMap<String, String> map, String prefix) {}
    }

    static final class Templates extends AbstractModel {
        @SerializedName("Templates")
        @Expose
        private Template @Nullable [] templates;

        @SerializedName("RequestId")
        @Expose
        private @Nullable String requestId;

        @Override
        protected void toMap(HashMap<String, String> map, String prefix) {
            setParamArrayObj(map, prefix + "Templates.", templates);
            setParamSimple(map, prefix + "RequestId", requestId);
        }

        List<Template> templates() {
            return templates == null ? List.of() : List.of(templates);
        }
    }

    static final class Created extends AbstractModel {
        @SerializedName("TemplateId")
        @Expose
        private @Nullable Long templateId;

        @SerializedName("RequestId")
        @Expose
        private @Nullable String requestId;

        @Override
        protected void toMap(HashMap<String, String> map, String prefix) {
            setParamSimple(map, prefix + "TemplateId", templateId);
            setParamSimple(map, prefix + "RequestId", requestId);
        }

        @Nullable
        Long templateId() {
            return templateId;
        }
    }

    /** The provider's base class finds the fields by the names of the API. */
    @SuppressWarnings("MemberName")
    static final class Template extends AbstractModel {
        @SerializedName("TemplateId")
        @Expose
        private @Nullable Long TemplateId;

        @SerializedName("TemplateName")
        @Expose
        private @Nullable String TemplateName;

        @SerializedName("Description")
        @Expose
        private @Nullable String Description;

        @SerializedName("StreamBeginNotifyUrl")
        @Expose
        private @Nullable String StreamBeginNotifyUrl;

        @SerializedName("StreamMixNotifyUrl")
        @Expose
        private @Nullable String StreamMixNotifyUrl;

        @SerializedName("StreamEndNotifyUrl")
        @Expose
        private @Nullable String StreamEndNotifyUrl;

        @SerializedName("RecordNotifyUrl")
        @Expose
        private @Nullable String RecordNotifyUrl;

        @SerializedName("SnapshotNotifyUrl")
        @Expose
        private @Nullable String SnapshotNotifyUrl;

        @SerializedName("PornCensorshipNotifyUrl")
        @Expose
        private @Nullable String PornCensorshipNotifyUrl;

        @SerializedName("CallbackKey")
        @Expose
        private @Nullable String CallbackKey;

        @SerializedName("PushExceptionNotifyUrl")
        @Expose
        private @Nullable String PushExceptionNotifyUrl;

        @SerializedName("AudioAuditNotifyUrl")
        @Expose
        private @Nullable String AudioAuditNotifyUrl;

        @Override
        protected void toMap(HashMap<String, String> map, String prefix) {
            setParamSimple(map, prefix + "TemplateId", TemplateId);
            setParamSimple(map, prefix + "TemplateName", TemplateName);
            setParamSimple(map, prefix + "Description", Description);
            setParamSimple(map, prefix + "StreamBeginNotifyUrl", StreamBeginNotifyUrl);
            setParamSimple(map, prefix + "StreamMixNotifyUrl", StreamMixNotifyUrl);
            setParamSimple(map, prefix + "StreamEndNotifyUrl", StreamEndNotifyUrl);
            setParamSimple(map, prefix + "RecordNotifyUrl", RecordNotifyUrl);
            setParamSimple(map, prefix + "SnapshotNotifyUrl", SnapshotNotifyUrl);
            setParamSimple(map, prefix + "PornCensorshipNotifyUrl", PornCensorshipNotifyUrl);
            setParamSimple(map, prefix + "CallbackKey", CallbackKey);
            setParamSimple(map, prefix + "PushExceptionNotifyUrl", PushExceptionNotifyUrl);
            setParamSimple(map, prefix + "AudioAuditNotifyUrl", AudioAuditNotifyUrl);
        }
    }
}
