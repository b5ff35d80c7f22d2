package io.github.csscallback.testkit.internal.account;

import io.github.csscallback.core.template.CallbackRule;
import io.github.csscallback.core.template.Site;
import io.github.csscallback.core.template.TemplateSpec;
import io.github.csscallback.testkit.internal.account.AccountException.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * An account with its templates and rules. What is written can be read at once; the edges follow after the time that a
 * change takes. Safe for use by several threads.
 */
public final class Account {

    /** How many templates an account may have. */
    public static final int MAX_TEMPLATES = 50;

    private static final long FIRST_ID = 100_001;

    private final Site site;
    private final Clock clock;
    private final Supplier<Duration> propagation;

    private final Map<Long, Template> templates = new TreeMap<>();
    private final Map<RuleKey, CallbackRule> rules = new LinkedHashMap<>();
    /** Templates that {@link #bindAtOnce} made: they go when it replaces them. */
    private final Set<Long> madeByBinding = new HashSet<>();

    private EdgeConfig edgeConfig = new EdgeConfig();
    private long nextId = FIRST_ID;

    /**
     * An account without templates and rules.
     *
     * @param site where it is
     * @param clock what time it is for the account
     * @param propagation how long the next change takes to come into force; asked for each change, by one thread at a
     *     time
     */
    public Account(Site site, Clock clock, Supplier<Duration> propagation) {
        this.site = site;
        this.clock = clock;
        this.propagation = propagation;
    }

    /**
     * Where it is.
     *
     * @return the site
     */
    public Site site() {
        return site;
    }

    /**
     * What time it is for the account.
     *
     * @return the time
     */
    public Instant now() {
        return clock.instant();
    }

    /**
     * Makes a template.
     *
     * @param fields what it has
     * @return its id
     * @throws AccountException if it has no address or there are too many
     */
    public synchronized long create(TemplateValues fields) {
        Template template = new Template(nextId, TemplateValues.NONE.changedBy(fields));
        if (template.fields().addresses().isEmpty()) {
            throw new AccountException(Reason.NO_ADDRESS, "a template needs at least one address; give a NotifyUrl");
        }
        if (templates.size() >= MAX_TEMPLATES) {
            throw new AccountException(
                    Reason.TOO_MANY_TEMPLATES,
                    "the account has " + MAX_TEMPLATES + " templates, which is the limit; delete one first");
        }
        nextId++;
        templates.put(template.id(), template);
        edgeConfig.created(template, now());
        return template.id();
    }

    /**
     * Changes a template.
     *
     * @param id which
     * @param change fields to set, empty ones to clear
     * @throws AccountException if there is no such template
     */
    public synchronized void modify(long id, TemplateValues change) {
        Template changed = new Template(id, template(id).fields().changedBy(change));
        templates.put(id, changed);
        edgeConfig.modified(changed, now(), propagation.get());
    }

    /**
     * Deletes a template.
     *
     * @param id which
     * @throws AccountException if there is no such template or a rule binds it
     */
    public synchronized void delete(long id) {
        template(id);
        rules.values().stream()
                .filter(rule -> rule.templateId() == id)
                .findFirst()
                .ifPresent(rule -> {
                    throw new AccountException(
                            Reason.TEMPLATE_BOUND,
                            "TemplateId " + id + " is bound to " + rule.pushDomain() + "/" + rule.appName()
                                    + "; delete that rule first");
                });
        remove(id);
    }

    private void remove(long id) {
        templates.remove(id);
        madeByBinding.remove(id);
        edgeConfig.forget(templates.keySet(), now());
    }

    /**
     * A template.
     *
     * @param id which
     * @return what was last written
     * @throws AccountException if there is none
     */
    public synchronized Template template(long id) {
        Template template = templates.get(id);
        if (template == null) {
            throw new AccountException(Reason.NO_TEMPLATE, "TemplateId " + id + " is no template of this account");
        }
        return template;
    }

    /**
     * All templates.
     *
     * @return in the order they were made
     */
    public synchronized List<Template> templates() {
        return List.copyOf(templates.values());
    }

    /**
     * Makes a rule.
     *
     * @param domain push domain
     * @param app push path, or empty for all of the domain that have no rule of their own
     * @param templateId which template
     * @throws AccountException if there is no such template, or a rule
     */
    public synchronized void bind(String domain, String app, long templateId) {
        template(templateId);
        RuleKey ruleKey = new RuleKey(domain, app);
        CallbackRule other = rules.get(ruleKey);
        if (other != null) {
            throw new AccountException(
                    Reason.RULE_EXISTS,
                    "DomainName and AppName " + ruleKey + " have a rule with TemplateId " + other.templateId()
                            + "; delete it first");
        }
        Instant now = now();
        rules.put(ruleKey, new CallbackRule(domain, app, templateId, now, now));
        edgeConfig.bound(ruleKey, templateId, now, propagation.get());
    }

    /**
     * Removes a rule.
     *
     * @param domain push domain
     * @param app push path, exactly as in the rule
     * @throws AccountException if there is none
     */
    public synchronized void unbind(String domain, String app) {
        RuleKey ruleKey = new RuleKey(domain, app);
        if (rules.remove(ruleKey) == null) {
            throw new AccountException(Reason.NO_RULE, "DomainName and AppName " + ruleKey + " have no rule");
        }
        edgeConfig.unbound(ruleKey, now(), propagation.get());
        edgeConfig.forget(templates.keySet(), now());
    }

    /**
     * All rules.
     *
     * @return in the order they were made
     */
    public synchronized List<CallbackRule> rules() {
        return List.copyOf(rules.values());
    }

    /**
     * Makes a template and a rule with it, both in force at once. It replaces the rule that is there; the template of that
     * rule goes too, if an earlier call of this made it and no other rule has it.
     *
     * @param domain push domain
     * @param app push path, or empty for all of the domain that have no rule of their own
     * @param spec the template
     * @return the template's id
     * @throws IllegalArgumentException if the site does not take a field
     * @throws IllegalStateException if the account has as many templates as it may have
     */
    public synchronized long bindAtOnce(String domain, String app, TemplateSpec spec) {
        spec.checkFor(site);
        RuleKey ruleKey = new RuleKey(domain, app);
        Instant now = now();
        CallbackRule replaced = rules.get(ruleKey);
        if (replaced != null && madeByBinding.contains(replaced.templateId()) && isBoundOnce(replaced.templateId())) {
            remove(replaced.templateId());
        }
        long id;
        try {
            id = create(TemplateValues.of(spec));
        } catch (AccountException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
        madeByBinding.add(id);
        rules.put(ruleKey, new CallbackRule(domain, app, id, replaced == null ? now : replaced.createdAt(), now));
        edgeConfig.boundAtOnce(ruleKey, template(id), now);
        edgeConfig.forget(templates.keySet(), now);
        return id;
    }

    private boolean isBoundOnce(long templateId) {
        return rules.values().stream()
                        .filter(rule -> rule.templateId() == templateId)
                        .count()
                == 1;
    }

    /**
     * What the edges know now. A rule for the very path counts before one for the whole domain.
     *
     * @param domain push domain
     * @param app push path
     * @return the template that is in force, or why there is none
     */
    public synchronized Route route(String domain, String app) {
        return edgeConfig.route(domain, app, now());
    }

    /** Forgets everything; ids begin anew. */
    public synchronized void clear() {
        templates.clear();
        rules.clear();
        madeByBinding.clear();
        edgeConfig = edgeConfig.cleared();
        nextId = FIRST_ID;
    }

    /**
     * How much there is, for logs.
     *
     * @return a short text
     */
    @Override
    public synchronized String toString() {
        return "Account[" + site + ", " + templates.size() + " templates, " + rules.size() + " rules, " + edgeConfig
                + "]";
    }
}
