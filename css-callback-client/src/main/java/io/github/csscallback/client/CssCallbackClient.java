package io.github.csscallback.client;

import io.github.csscallback.client.credentials.CredentialsProvider;
import io.github.csscallback.client.error.CssApiException;
import io.github.csscallback.client.error.RebindException;
import io.github.csscallback.client.internal.action.RawAction;
import io.github.csscallback.client.internal.action.RecordActions;
import io.github.csscallback.client.internal.action.RuleActions;
import io.github.csscallback.client.internal.action.TemplateActions;
import io.github.csscallback.client.internal.call.ApiCaller;
import io.github.csscallback.client.internal.call.SignedTransport;
import io.github.csscallback.client.internal.http.HttpSender;
import io.github.csscallback.client.records.CallbackRecord;
import io.github.csscallback.client.records.CallbackRecordQuery;
import io.github.csscallback.client.retry.RetryListener;
import io.github.csscallback.client.retry.RetryPolicy;
import io.github.csscallback.client.retry.Sleeper;
import io.github.csscallback.core.template.CallbackRule;
import io.github.csscallback.core.template.CallbackTemplate;
import io.github.csscallback.core.template.Site;
import io.github.csscallback.core.template.TemplateChange;
import io.github.csscallback.core.template.TemplateSpec;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Manages callback templates and rules over the management API of Tencent Cloud CSS (product {@code live}, version
 * 2018-08-01).
 *
 * <p>One client serves all threads: make one and share it. Close it when you are done; closing cancels calls that run.
 * Every call waits for its response; several may run at a time.
 *
 * <p>A call that fails throws {@link CssApiException}; decide by its kind. Calls are tried again only where that is safe:
 * reads, writes that can be repeated, and whatever cannot have reached the service. Arguments that the service would
 * reject are rejected before the network with an {@link IllegalArgumentException}; a closed client throws
 * {@link IllegalStateException}.
 *
 * <p>Secret keys, tokens and callback keys are in no log line, exception or text of this client. The JDK prints request
 * headers by itself if the JVM runs with {@code jdk.httpclient.HttpClient.log}; do not set that in production.
 */
public final class CssCallbackClient implements AutoCloseable {

    private final Site site;
    private final Endpoint endpoint;
    private final Duration timeout;
    private final RetryPolicy retryPolicy;
    private final HttpSender sender;
    private final ApiCaller caller;
    private final TemplateActions templates;
    private final RuleActions rules;
    private final RecordActions records;

    private CssCallbackClient(Builder builder, CredentialsProvider credentials, Site site) {
        this.site = site;
        this.endpoint = builder.endpoint != null ? builder.endpoint : Endpoint.of(site);
        this.timeout = builder.timeout;
        this.retryPolicy = builder.retryPolicy;
        HttpClient http = builder.httpClient != null ? builder.httpClient : JdkHttpClient.own(builder.timeout);
        this.sender = new HttpSender(http, builder.httpClient == null, builder.timeout);
        this.caller = new ApiCaller(
                new SignedTransport(sender, endpoint.uri()),
                credentials,
                builder.retryPolicy,
                () -> ThreadLocalRandom.current().nextDouble(),
                builder.retryListener,
                builder.clock,
                builder.sleeper);
        this.templates = new TemplateActions(caller, site);
        this.rules = new RuleActions(caller);
        this.records = new RecordActions(caller, site, builder.clock);
    }

    /**
     * Begins a client.
     *
     * @return the builder; credentials and site must be given
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Creates a template (CreateLiveCallbackTemplate).
     *
     * <p>If no response comes, it is not sent again, as that could make two templates. The list of templates is read
     * instead, three times over 5 seconds: exactly one of that name whose readable fields all agree is taken for this one.
     *
     * @return the template, with what was sent and the id it got; nothing is read back
     * @throws IllegalArgumentException if the site does not take a field
     * @throws CssApiException if it is rejected, or with kind OUTCOME_UNKNOWN and the ids seen if the outcome is unknown
     */
    public CallbackTemplate createTemplate(TemplateSpec spec) {
        return templates.create(spec);
    }

    /**
     * Changes a template (ModifyLiveCallbackTemplate) and reads it back. It takes 5 to 10 minutes to act on streams.
     *
     * <p>What clearing a field does is not documented: look at what comes back. The API never returns RecordStatusNotifyUrl,
     * see {@link CallbackTemplate#unreadableFields()}.
     *
     * @param change what to leave, set and clear
     * @return the template as the service shows it afterwards
     * @throws IllegalArgumentException if the site does not let a field be changed
     * @throws CssApiException if it is rejected; its message says so if only the reading failed
     */
    public CallbackTemplate modifyTemplate(long id, TemplateChange change) {
        return templates.modify(id, change);
    }

    /**
     * Deletes a template (DeleteLiveCallbackTemplate). If a response is lost and the template is then not found, it is
     * deleted.
     *
     * @throws CssApiException with kind IN_USE while a rule binds it, NOT_FOUND if there is none
     */
    public void deleteTemplate(long id) {
        templates.delete(id);
    }

    /**
     * Reads a template (DescribeLiveCallbackTemplate), its key included.
     *
     * @throws CssApiException with kind NOT_FOUND if there is none
     */
    public CallbackTemplate getTemplate(long id) {
        return templates.describe(id);
    }

    /**
     * Reads all templates (DescribeLiveCallbackTemplates), at most 50 for an account, their keys included.
     *
     * @return the templates, unmodifiable
     * @throws CssApiException if it fails
     */
    public List<CallbackTemplate> listTemplates() {
        return templates.list();
    }

    /**
     * Binds a template to a push domain and path (CreateLiveCallbackRule). It takes 5 to 10 minutes to act on streams.
     * Binding a template that is bound so already does nothing; to replace another template use {@link #rebind}.
     *
     * @param appName the push path (AppName), sent as given: empty is not the same as {@code live}
     * @throws CssApiException if it is rejected; with kind OUTCOME_UNKNOWN if no response came and the rules do not show it
     */
    public void bind(String pushDomain, String appName, long templateId) {
        rules.bind(pushDomain, appName, templateId);
    }

    /**
     * Removes the rule of a push domain and path (DeleteLiveCallbackRule). If a response is lost and the rule is then not
     * found, it is removed.
     *
     * @param appName the push path, exactly as in the rule
     * @throws CssApiException with kind NOT_FOUND if there is none
     */
    public void unbind(String pushDomain, String appName) {
        rules.unbind(pushDomain, appName);
    }

    /**
     * Reads all rules of the account (DescribeLiveCallbackRules).
     *
     * @return the rules, unmodifiable
     * @throws CssApiException if it fails
     */
    public List<CallbackRule> listRules() {
        return rules.list();
    }

    /**
     * Binds a template where another may be bound: reads the rules, unbinds the other, binds this one, and puts the other
     * back if that fails. Between the two steps events have no receiver.
     *
     * @return what was done
     * @throws RebindException if the template could not be bound after the other was unbound
     * @throws CssApiException if it failed before anything was changed
     */
    public RebindResult rebind(String pushDomain, String appName, long templateId) {
        return new RebindSteps(rules, pushDomain, appName, templateId).run();
    }

    /**
     * Reads the delivery records of CSS (DescribeCallbackRecordsList, Chinese site only). Pages are fetched as the stream
     * is read, at most 20 requests a second over all threads of this client.
     *
     * @param query which records
     * @return the records; reading it may throw {@link CssApiException}. Not for use by several threads
     * @throws IllegalStateException if the site has no such records
     */
    public Stream<CallbackRecord> callbackRecords(CallbackRecordQuery query) {
        return records.records(query);
    }

    /**
     * Calls an action that this client does not wrap, such as {@code DescribeLiveDomains}. Actions whose name begins with
     * {@code Describe} are taken for reads and tried again like them; others are sent again only if they cannot have
     * reached the service.
     *
     * @param action the action's name, of product live, version 2018-08-01
     * @param json its parameters, one JSON object; {@code {}} for none. Sent exactly as given. Secrets in it may come back
     *     in the service's error texts
     * @return the object {@code Response} of the response as JSON, with {@code RequestId}; it never has {@code Error}
     * @throws IllegalArgumentException if the name is not letters and digits or the text is not one JSON object
     * @throws CssApiException if it fails
     */
    public String call(String action, String json) {
        return RawAction.call(caller, action, json);
    }

    /** Returns the site of the account. */
    public Site site() {
        return site;
    }

    /** Returns the address that requests are sent to. */
    public Endpoint endpoint() {
        return endpoint;
    }

    /** Returns the time limit of one attempt. */
    public Duration timeout() {
        return timeout;
    }

    /** Returns how often and how long calls are tried. */
    public RetryPolicy retryPolicy() {
        return retryPolicy;
    }

    /** Shows the configuration, without credentials. */
    @Override
    public String toString() {
        return "CssCallbackClient[site=" + site + ", endpoint=" + endpoint.uri() + ", timeout=" + timeout
                + ", retryPolicy=" + retryPolicy + "]";
    }

    /**
     * Rejects further calls and cancels those that run. An HttpClient of yours is not closed; the client's own is closed
     * where the JDK can do that (21 and newer), else its threads end when it is collected.
     */
    @Override
    public void close() {
        sender.close();
    }

    /** Settings of a client. Not for use by several threads. */
    public static final class Builder {

        private @Nullable CredentialsProvider credentials;
        private @Nullable Site site;
        private @Nullable Endpoint endpoint;
        private @Nullable HttpClient httpClient;
        private Duration timeout = Duration.ofSeconds(15);
        private RetryPolicy retryPolicy = RetryPolicy.defaults();
        private RetryListener retryListener = retry -> {};
        private Clock clock = Clock.systemUTC();
        private Sleeper sleeper = Sleeper.system();

        private Builder() {}

        /**
         * Sets where secret id and key come from. Mandatory.
         *
         * @param credentials asked before every attempt
         */
        public Builder credentials(CredentialsProvider credentials) {
            this.credentials = credentials;
            return this;
        }

        /** Sets the site of the account. Mandatory, since the two accept different fields. */
        public Builder site(Site site) {
            this.site = site;
            return this;
        }

        /** Sends requests elsewhere than to the site's usual endpoint. */
        public Builder endpoint(Endpoint endpoint) {
            this.endpoint = endpoint;
            return this;
        }

        /**
         * Uses a client of yours, for its proxy, TLS settings, connect time-out or executor. It is never closed. HTTP/1.1
         * is used whatever it prefers.
         *
         * @param httpClient it must follow no redirects, which would carry the Authorization header away, and before JDK 24
         *     must have no Authenticator, with which the JDK removes that header
         * @throws IllegalArgumentException if it does
         */
        public Builder httpClient(HttpClient httpClient) {
            JdkHttpClient.check(httpClient);
            this.httpClient = httpClient;
            return this;
        }

        /**
         * Sets the time for one attempt, from connecting to the last byte of the response.
         *
         * @param timeout more than zero; 15 seconds unless set
         * @throws IllegalArgumentException if it is not more than zero
         */
        public Builder timeout(Duration timeout) {
            if (timeout.isNegative() || timeout.isZero()) {
                throw new IllegalArgumentException("the time-out of an attempt must be more than zero");
            }
            this.timeout = timeout;
            return this;
        }

        /**
         * Sets how often and how long calls are tried.
         *
         * @param retryPolicy {@link RetryPolicy#defaults()} unless set
         */
        public Builder retryPolicy(RetryPolicy retryPolicy) {
            this.retryPolicy = retryPolicy;
            return this;
        }

        /**
         * Sets a listener for retries.
         *
         * @param retryListener safe for use by several threads
         */
        public Builder retryListener(RetryListener retryListener) {
            this.retryListener = retryListener;
            return this;
        }

        /** Sets the clock that requests are signed by, for tests. */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /**
         * Sets how to wait before a retry, for tests.
         *
         * @param sleeper called on the calling thread
         */
        public Builder sleeper(Sleeper sleeper) {
            this.sleeper = sleeper;
            return this;
        }

        /**
         * Makes the client. Nothing is sent and no credentials are asked for yet.
         *
         * @throws IllegalStateException if credentials or site are missing
         */
        public CssCallbackClient build() {
            if (credentials == null || site == null) {
                throw new IllegalStateException((credentials == null ? "credentials" : "site")
                        + " missing; call credentials(...) and site(...), for example with"
                        + " CredentialsProvider.defaultChain() and Site.CHINA");
            }
            return new CssCallbackClient(this, credentials, site);
        }
    }
}
