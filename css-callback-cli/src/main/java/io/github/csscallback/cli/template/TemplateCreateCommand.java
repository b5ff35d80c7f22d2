package io.github.csscallback.cli.template;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.csscallback.cli.output.Output;
import io.github.csscallback.cli.output.OutputOptions;
import io.github.csscallback.cli.process.CliEnvironment;
import io.github.csscallback.cli.process.WrongUsageException;
import io.github.csscallback.cli.service.ServiceOptions;
import io.github.csscallback.client.CssCallbackClient;
import io.github.csscallback.core.template.CallbackTemplate;
import io.github.csscallback.core.template.Site;
import io.github.csscallback.core.template.TemplateSpec;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code css-callback template create}. */
@Command(
        name = "create",
        header = "Create a template.",
        description = {
            "",
            "Needs a name and at least one address. The template acts once it is bound: css-callback rule bind. If no"
                    + " response comes, it is not sent a second time, which could make two; the list of templates is asked"
                    + " instead.",
            ""
        })
public final class TemplateCreateCommand implements Callable<Integer> {

    private final CliEnvironment environment;

    @Mixin
    private final TemplateFieldOptions fields = new TemplateFieldOptions(Site::creates);

    @Mixin
    private final ServiceOptions service = new ServiceOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Option(
            names = "--name",
            paramLabel = "NAME",
            required = true,
            description = "Its name: Chinese characters, letters, digits, _ and -.")
    @SuppressWarnings("NullAway.Init") // picocli sets it, since it is required
    private String name;

    TemplateCreateCommand(CliEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Output out = output.in(environment);
        TemplateSpec spec = spec();
        CallbackTemplate created;
        try (CssCallbackClient client = service.client(environment, out)) {
            created = client.createTemplate(spec);
        }
        out.result(
                JsonNodeFactory.instance
                        .objectNode()
                        .put("done", "created")
                        .put(TemplateFields.ID, created.id())
                        .put(TemplateFields.NAME, created.name()),
                () -> "created template " + created.id());
        if (spec.callbackKey() == null) {
            out.say("it has no callback key, so its packets are not signed and a receiver cannot tell genuine from"
                    + " forged ones; give it one: css-callback template modify " + created.id()
                    + " --callback-key-file FILE");
        }
        return 0;
    }

    private TemplateSpec spec() {
        if (fields.addresses().given().isEmpty()) {
            throw new WrongUsageException(
                    "a template needs at least one address, such as --record-notify-url https://hooks.example.com/css");
        }
        try {
            TemplateSpec.Builder spec = TemplateSpec.named(name);
            if (fields.description() != null) {
                spec.description(fields.description());
            }
            fields.addresses().given().forEach(spec::notifyUrl);
            if (fields.levels().length > 0) {
                spec.recordExceptionLevels(fields.levels());
            }
            fields.key().read(environment).ifPresent(spec::callbackKey);
            if (fields.beyondConsoleLimits()) {
                spec.beyondConsoleLimits();
            }
            TemplateSpec built = spec.build();
            built.checkFor(service.site());
            return built;
        } catch (IllegalArgumentException e) {
            throw WrongUsageException.of(e);
        }
    }
}
