package io.github.csscallback.cli.template;

import io.github.csscallback.cli.output.Output;
import io.github.csscallback.cli.output.OutputOptions;
import io.github.csscallback.cli.process.CliEnvironment;
import io.github.csscallback.cli.process.WrongUsageException;
import io.github.csscallback.cli.service.ServiceOptions;
import io.github.csscallback.client.CssCallbackClient;
import io.github.csscallback.core.template.CallbackTemplate;
import io.github.csscallback.core.template.Site;
import io.github.csscallback.core.template.TemplateChange;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code css-callback template modify}. */
@Command(
        name = "modify",
        header = "Change a template and print what became of it.",
        description = {
            "",
            "What is not mentioned stays as it is. The template is read back and printed as by show, since the service"
                    + " does not document what clearing does. A change takes 5 to 10 minutes to act on streams.",
            ""
        })
public final class TemplateModifyCommand implements Callable<Integer> {

    private final CliEnvironment environment;

    @Mixin
    private final TemplateFieldOptions fields = new TemplateFieldOptions(Site::modifies);

    @Mixin
    private final ServiceOptions service = new ServiceOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Parameters(paramLabel = "ID", description = "The template's id.")
    private long id;

    @Option(names = "--name", paramLabel = "NAME", description = "Its new name.")
    private @Nullable String name;

    @Option(
            names = "--clear",
            paramLabel = "FIELD",
            description = "Empty this field, by the API's name, for example RecordNotifyUrl; repeatable.")
    private List<String> cleared = new ArrayList<>();

    TemplateModifyCommand(CliEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Output out = output.in(environment);
        TemplateChange change = change();
        CallbackTemplate template;
        try (CssCallbackClient client = service.client(environment, out)) {
            template = client.modifyTemplate(id, change);
        }
        TemplateFields shown = new TemplateFields(service.site());
        out.result(shown.json(template), () -> shown.text(template));
        Set<String> unseen = new LinkedHashSet<>(change.fields());
        unseen.retainAll(template.unreadableFields());
        if (!unseen.isEmpty()) {
            out.say(String.join(", ", unseen)
                    + " was sent and accepted, but the service never shows it: nobody can read"
                    + " back what it holds now");
        }
        return 0;
    }

    private TemplateChange change() {
        try {
            TemplateChange.Builder change = TemplateChange.builder();
            ClearableFields clearable = new ClearableFields(fields.addresses().types());
            cleared.forEach(field -> clearable.clear(change, field));
            rejectSettingWhatIsCleared();
            set(change);
            TemplateChange built = change.build();
            built.checkFor(service.site());
            return built;
        } catch (IllegalArgumentException e) {
            throw WrongUsageException.of(e);
        }
    }

    private void set(TemplateChange.Builder change) {
        if (name != null) {
            change.name(name);
        }
        if (fields.description() != null) {
            if (fields.description().isEmpty()) {
                throw new WrongUsageException(
                        "--description is empty; to empty it, say --clear " + TemplateFields.DESCRIPTION);
            }
            change.description(fields.description());
        }
        fields.addresses().given().forEach(change::notifyUrl);
        if (fields.levels().length > 0) {
            change.recordExceptionLevels(fields.levels());
        }
        fields.key().read(environment).ifPresent(change::callbackKey);
        if (fields.beyondConsoleLimits()) {
            change.beyondConsoleLimits();
        }
    }

    private void rejectSettingWhatIsCleared() {
        Set<String> both = fields.names();
        both.retainAll(cleared);
        if (!both.isEmpty()) {
            throw new WrongUsageException(String.join(", ", both) + " cannot be set and cleared in one change");
        }
    }
}
