package io.github.csscallback.client.internal.action;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.csscallback.client.error.CssApiException;
import io.github.csscallback.client.error.ErrorKind;
import io.github.csscallback.client.internal.call.ApiCall;
import io.github.csscallback.client.internal.call.ApiCall.RetrySafety;
import io.github.csscallback.client.internal.call.ApiCaller;
import io.github.csscallback.client.internal.json.Json;
import io.github.csscallback.client.internal.json.ResponseMembers;
import io.github.csscallback.client.retry.Retry;
import io.github.csscallback.core.template.CallbackTemplate;
import io.github.csscallback.core.template.Site;
import io.github.csscallback.core.template.TemplateChange;
import io.github.csscallback.core.template.TemplateSpec;
import java.time.Duration;
import java.util.List;

/** The five actions on templates. */
public final class TemplateActions {

    private static final String CREATE = "CreateLiveCallbackTemplate";
    private static final String MODIFY = "ModifyLiveCallbackTemplate";
    private static final String DELETE = "DeleteLiveCallbackTemplate";
    private static final String DESCRIBE = "DescribeLiveCallbackTemplate";
    private static final String LIST = "DescribeLiveCallbackTemplates";

    /** When to look for a template whose create got no response: three times over 5 seconds. */
    private static final List<Duration> LOOKS =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(2));

    private final ApiCaller caller;
    private final Site site;
    private final TemplateReader reader;

    /**
     * Actions at a site.
     *
     * @param site whose fields are known
     */
    public TemplateActions(ApiCaller caller, Site site) {
        this.caller = caller;
        this.site = site;
        this.reader = new TemplateReader(site);
    }

    /**
     * Creates a template.
     *
     * @return what was created, as sent
     */
    public CallbackTemplate create(TemplateSpec spec) {
        spec.checkFor(site);
        ApiCall call =
                new ApiCall(CREATE, TemplateWriter.create(spec), RetrySafety.NEVER, TemplateReader.secretOf(spec));
        CssApiException unknown;
        try {
            Long id = ResponseMembers.number(caller.call(call), "TemplateId");
            if (id != null) {
                return TemplateReader.created(id, spec);
            }
            unknown =
                    TemplateReader.incomplete(CREATE, "a template was created, but the response lacks its TemplateId");
        } catch (CssApiException e) {
            if (e.kind() != ErrorKind.OUTCOME_UNKNOWN) {
                throw e;
            }
            unknown = e;
        }
        return TemplateReader.created(lookFor(spec, unknown), spec);
    }

    /** A second create could make a second template, so the list of templates is asked what the first one did. */
    private long lookFor(TemplateSpec spec, CssApiException unknown) {
        List<Long> seen = List.of();
        for (int look = 1; look <= LOOKS.size(); look++) {
            caller.pause(new Retry(Retry.Reason.LOOKING_FOR_OUTCOME, look, LOOKS.get(look - 1), unknown));
            List<CallbackTemplate> namesakes;
            try {
                namesakes = list(caller.callOnce(listCall())).stream()
                        .filter(template -> spec.name().equals(template.name()))
                        .toList();
            } catch (CssApiException e) {
                if (e.kind() == ErrorKind.INTERRUPTED) {
                    throw e;
                }
                unknown.addSuppressed(e);
                continue;
            }
            seen = namesakes.stream().map(CallbackTemplate::id).toList();
            List<CallbackTemplate> alike = namesakes.stream()
                    .filter(template -> reader.agree(spec, template))
                    .toList();
            if (alike.size() == 1) {
                return alike.get(0).id();
            }
        }
        throw new CssApiException(
                CREATE + ": it is not known whether the template was created; templates of that name: " + seen
                        + ". Look at them before you create it again. The first response: " + unknown.getMessage(),
                unknown.details().as(ErrorKind.OUTCOME_UNKNOWN).seeing(seen),
                unknown);
    }

    /**
     * Changes a template.
     *
     * @return the template as read afterwards
     */
    public CallbackTemplate modify(long id, TemplateChange change) {
        change.checkFor(site);
        caller.call(new ApiCall(
                MODIFY, TemplateWriter.modify(id, change), RetrySafety.IDEMPOTENT, TemplateWriter.secretOf(change)));
        try {
            return describe(id);
        } catch (CssApiException e) {
            throw new CssApiException(
                    MODIFY + ": the change was accepted, but reading the template back failed: " + e.getMessage(),
                    e.details(),
                    e);
        }
    }

    /** Deletes a template. */
    public void delete(long id) {
        caller.call(ApiCall.of(DELETE, TemplateWriter.id(id), RetrySafety.REMOVAL));
    }

    /** Reads a template. */
    public CallbackTemplate describe(long id) {
        ObjectNode template = ResponseMembers.object(
                caller.call(ApiCall.of(DESCRIBE, TemplateWriter.id(id), RetrySafety.READ)), "Template");
        if (template == null) {
            throw new CssApiException(
                    DESCRIBE + ": no template " + id + "; the response holds none",
                    new CssApiException.Details(ErrorKind.NOT_FOUND, DESCRIBE, null, null, null, 200, List.of()),
                    null);
        }
        return reader.template(DESCRIBE, template);
    }

    /**
     * Reads all templates.
     *
     * @return the templates, in the service's order
     */
    public List<CallbackTemplate> list() {
        return list(caller.call(listCall()));
    }

    private static ApiCall listCall() {
        return ApiCall.of(LIST, Json.bytes(Json.object()), RetrySafety.READ);
    }

    private List<CallbackTemplate> list(ObjectNode response) {
        return reader.templates(LIST, ResponseMembers.objects(response, "Templates"));
    }
}
