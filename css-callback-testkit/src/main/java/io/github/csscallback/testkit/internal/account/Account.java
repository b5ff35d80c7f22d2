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
 * An account with its templates and rules. Changes can be read back at once, and come into force at the edge after the
 * propagation time. Safe for use by several threads.
 */
public final class Account {

    /** The greatest number of templates of an account. */
    public static final int MAX_TEMPLATES = 50;

    private static final long FIRST_ID = 100_001;

    private final Site site;
    private final Clock clock;
    private final Supplier<Duration> propagation;

    private final Map<Long, Template> templates = new TreeMap<>();
    private final Map<RuleKey, CallbackRule> rules = new LinkedHashMap<>();
    /** Templates created by {@link #bindAtOnce}; deleted when it replaces them. */
    private final Set<Long> madeByBinding = new HashSet<>();

    private EdgeConfig edgeConfig = new EdgeConfig();
    private long nextId = FIRST_ID;

    /**
     * Creates an account without templates and rules.
     *
     * @param site the site of the account
     * @param clock the clock of the account
     * @param propagation the time until a change is in force; called once for each change, by one thread at a time
     */
    public Account(Site site, Clock clock, Supplier<Duration> propagation) {
        this.site = site;
        this.clock = clock;
        this.propagation = propagation;
    }

    public Site site() {
        return site;
    }

    /** The current time of the account. */
    public Instant now() {
        return clock.instant();
    }

    /**
     * Creates a template and returns its id.
     *
     * @throws AccountException if the template has no address, or the account has the greatest number of templates
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
     * @param id the template's id
     * @param change the fields to set, with an empty value to clear them
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
     * @throws AccountException if there is no such template, or a rule binds it
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
     * Returns a template as last written.
     *
     * @throws AccountException if there is no such template
     */
    public synchronized Template template(long id) {
        Template template = templates.get(id);
        if (template == null) {
            throw new AccountException(Reason.NO_TEMPLATE, "TemplateId " + id + " is no template of this account");
        }
        return template;
    }

    /** All templates in the order of their creation. */
    public synchronized List<Template> templates() {
        return List.copyOf(templates.values());
    }

    /**
     * Creates a rule.
     *
     * @param domain the push domain
     * @param app the push path; empty for all paths of the domain that have no rule of their own
     * @param templateId the template's id
     * @throws AccountException if there is no such template, or the domain and path already have a rule
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
     * Deletes a rule.
     *
     * @param domain the push domain
     * @param app the push path, exactly as in the rule
     * @throws AccountException if there is no such rule
     */
    public synchronized void unbind(String domain, String app) {
        RuleKey ruleKey = new RuleKey(domain, app);
        if (rules.remove(ruleKey) == null) {
            throw new AccountException(Reason.NO_RULE, "DomainName and AppName " + ruleKey + " have no rule");
        }
        edgeConfig.unbound(ruleKey, now(), propagation.get());
        edgeConfig.forget(templates.keySet(), now());
    }

    /** All rules in the order of their creation. */
    public synchronized List<CallbackRule> rules() {
        return List.copyOf(rules.values());
    }

    /**
     * Creates a template and a rule for it, both in force at once. Replaces an existing rule; the template of that rule
     * is deleted if it was created by this method and no other rule binds it.
     *
     * @param domain the push domain
     * @param app the push path; empty for all paths of the domain that have no rule of their own
     * @param spec the template
     * @return the template's id
     * @throws IllegalArgumentException if the site does not accept a field
     * @throws IllegalStateException if the account has the greatest number of templates
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
     * The template in force at the edge now. The rule of the exact path takes precedence over the rule of the whole
     * domain.
     *
     * @param domain the push domain
     * @param app the push path
     */
    public synchronized Route route(String domain, String app) {
        return edgeConfig.route(domain, app, now());
    }

    /** Discards everything; ids start again. */
    public synchronized void clear() {
        templates.clear();
        rules.clear();
        madeByBinding.clear();
        edgeConfig = edgeConfig.cleared();
        nextId = FIRST_ID;
    }

    /** The numbers of templates and rules. */
    @Override
    public synchronized String toString() {
        return "Account[" + site + ", " + templates.size() + " templates, " + rules.size() + " rules, " + edgeConfig
                + "]";
    }
}
