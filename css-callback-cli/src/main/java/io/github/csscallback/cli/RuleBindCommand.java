package io.github.csscallback.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.csscallback.client.CssCallbackClient;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code css-callback rule bind}. */
@Command(
        name = "bind",
        header = "Bind a template to a push domain and path.",
        description = {
            "",
            "Events of its streams are then sent to the template's addresses, after 5 to 10 minutes. What the service does"
                    + " where another template is bound is not documented: unbind that first.",
            ""
        })
final class RuleBindCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private final ServiceOptions service = new ServiceOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Parameters(index = "0", paramLabel = "ID", description = "The template's id.")
    private long id;

    @Parameters(index = "1", paramLabel = "DOMAIN", converter = PushDomains.class, description = "The push domain.")
    @SuppressWarnings("NullAway.Init") // picocli sets it, since it is required
    private String domain;

    @Parameters(
            index = "2",
            paramLabel = "APP",
            description = "The push path, sent as given: an empty one is not the same as live.")
    @SuppressWarnings("NullAway.Init") // picocli sets it, since it is required
    private String app;

    RuleBindCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Output out = output.in(surroundings);
        try (CssCallbackClient client = service.client(surroundings, out)) {
            client.bind(domain, app, id);
        }
        out.result(
                JsonNodeFactory.instance
                        .objectNode()
                        .put("done", "bound")
                        .put(TemplateFields.ID, id)
                        .put(RuleFields.DOMAIN, domain)
                        .put(RuleFields.APP, app),
                () -> "bound template " + id + " to " + EventText.printable(domain + "/" + app));
        out.say("it takes effect on streams after 5 to 10 minutes");
        return 0;
    }
}
