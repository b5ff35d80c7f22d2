package io.github.csscallback.testkit.internal.api;

import io.github.csscallback.testkit.internal.account.Account;
import io.github.csscallback.testkit.internal.api.message.ApiErrorException;
import io.github.csscallback.testkit.internal.api.message.ErrorCode;
import io.github.csscallback.testkit.internal.api.message.Parameters;
import io.github.csscallback.testkit.internal.api.record.RecordHandlers;
import io.github.csscallback.testkit.internal.api.record.RecordSource;
import io.github.csscallback.testkit.internal.api.rule.RuleHandlers;
import io.github.csscallback.testkit.internal.api.template.TemplateHandlers;
import java.util.HashMap;
import java.util.Map;

/** The actions of a site by their names. */
final class Actions {

    private static final String RECORDS = "DescribeCallbackRecordsList";

    private final Map<String, Action> byName;

    Actions(Account account, RecordSource records) {
        TemplateHandlers templates = new TemplateHandlers(account);
        RuleHandlers rules = new RuleHandlers(account);
        Map<String, Action> all = new HashMap<>();
        all.put("CreateLiveCallbackTemplate", templates::create);
        all.put("ModifyLiveCallbackTemplate", templates::modify);
        all.put("DeleteLiveCallbackTemplate", templates::delete);
        all.put("DescribeLiveCallbackTemplate", templates::describe);
        all.put("DescribeLiveCallbackTemplates", templates::list);
        all.put("CreateLiveCallbackRule", rules::create);
        all.put("DeleteLiveCallbackRule", rules::delete);
        all.put("DescribeLiveCallbackRules", rules::list);
        if (account.site().listsCallbackRecords()) {
            all.put(RECORDS, new RecordHandlers(account, records)::list);
        }
        this.byName = Map.copyOf(all);
    }

    Action named(String name) {
        Action action = byName.get(name);
        if (action == null) {
            throw new ApiErrorException(
                    ErrorCode.INVALID_ACTION,
                    name.equals(RECORDS)
                            ? name + " is no action of the international site"
                            : Parameters.printable(name)
                                    + " is no action of this API; it has those on callbacks alone");
        }
        return action;
    }
}
