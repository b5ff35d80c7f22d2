package io.github.csscallback.testkit.simulator;

import io.github.csscallback.core.template.Site;
import io.github.csscallback.testkit.internal.api.ApiSettings;
import java.net.URI;
import java.util.Optional;

/**
 * The management API of a simulated CSS: where it listens and what to sign with. It has all actions on callbacks, checks
 * signatures as the service does, keeps templates and rules, and refuses what the service refuses, with its codes.
 *
 * <p>The client of this SDK talks to it as to the service:
 *
 * <pre>{@code
 * CssCallbackClient client = CssCallbackClient.builder()
 *     .credentials(CredentialsProvider.of(Credentials.of(api.secretId(), api.secretKey())))
 *     .site(api.site())
 *     .endpoint(Endpoint.of(api.endpoint()))
 *     .build();
 * }</pre>
 *
 * <p>So does the provider's official client: give it the protocol {@code http://} and the endpoint's host and port; or
 * that protocol, and this host and port as its HTTP proxy, and leave its endpoint. It listens on 127.0.0.1 in plain HTTP. An
 * answer on a kept connection takes 40 milliseconds unless the JVM runs with {@code -Dsun.net.httpserver.nodelay=true}.
 *
 * <p><strong>What is not documented.</strong> Where nobody says what the service does, this API does the following; do not
 * take it for the service's behaviour.
 *
 * <table>
 * <caption>Choices of the simulated API</caption>
 * <thead>
 * <tr><th scope="col">what</th><th scope="col">here</th></tr>
 * </thead>
 * <tbody>
 * <tr><th scope="row">Order of checks</th><td>Host, path, method, size; signature; content type; version; action;
 * rate; then the body and its parameters.</td></tr>
 * <tr><th scope="row">Host</th><td>Must name this machine ({@code 127.0.0.1}, {@code localhost}, {@code [::1]}, with
 * any port), so that no web page can reach the API under a name of its own; else HTTP 403. A whole address in the
 * request line, as clients send to a proxy, may name {@code live.tencentcloudapi.com} and its regions.</td></tr>
 * <tr><th scope="row">Another path, or a query</th><td>HTTP 404.</td></tr>
 * <tr><th scope="row">Another method than POST</th><td>{@code UnsupportedProtocol}. The service also takes
 * GET.</td></tr>
 * <tr><th scope="row">More than 10 MB</th><td>10,485,760 bytes are taken.</td></tr>
 * <tr><th scope="row">Not signed</th><td>{@code AuthFailure.InvalidAuthorization}; so is a signature that leaves out
 * Content-Type or Host, signed names that are not sorted, and a scope for another service than {@code live}. The
 * official client takes the text before the first dot of its endpoint for the service, so that of the Host is taken
 * too.</td></tr>
 * <tr><th scope="row">Scope of another day than X-TC-Timestamp in UTC</th><td>{@code
 * AuthFailure.SignatureFailure}.</td></tr>
 * <tr><th scope="row">Exactly five minutes</th><td>Is within the window. The clock is the system's unless set, also
 * where the simulator's time is simulated.</td></tr>
 * <tr><th scope="row">Unknown SecretId</th><td>{@code AuthFailure.SecretIdNotFound}.</td></tr>
 * <tr><th scope="row">X-TC-Token</th><td>{@code AuthFailure.TokenFailure} for another than that of temporary
 * credentials, for none, and for any with permanent ones.</td></tr>
 * <tr><th scope="row">X-TC-Action, -Version or -Timestamp missing</th><td>{@code MissingParameter}. A malformed time
 * is {@code InvalidParameter}.</td></tr>
 * <tr><th scope="row">A header of the API sent twice</th><td>{@code InvalidRequest}.</td></tr>
 * <tr><th scope="row">Another content type</th><td>{@code InvalidRequest}. {@code application/json} is taken with and
 * without {@code charset=utf-8}.</td></tr>
 * <tr><th scope="row">An action that is not about callbacks</th><td>{@code InvalidAction}; so is
 * DescribeCallbackRecordsList at the international site.</td></tr>
 * <tr><th scope="row">Rates</th><td>The documented ones, by action, in real time. A second begins with the first
 * request after the one before has ended; refused requests count, those with a wrong signature do not.</td></tr>
 * <tr><th scope="row">Messages</th><td>English, whatever X-TC-Language says.</td></tr>
 * <tr><th scope="row">Body</th><td>One JSON object in UTF-8, {@code {}} for no parameters: an empty body, a member
 * twice, something behind it, and another encoding give {@code InvalidParameter}.</td></tr>
 * <tr><th scope="row">Null, another type</th><td>{@code InvalidParameter}; an integer in quotation marks, or one with
 * a point, is no integer.</td></tr>
 * <tr><th scope="row">Ids</th><td>From 100001 in order of creation, in which templates and rules are listed; anew
 * after {@link CssSimulator#reset()}.</td></tr>
 * <tr><th scope="row">Unknown template</th><td>{@code InternalError.ConfNotFound}; {@code
 * InvalidParameter.ConfNotFound} when it shall be bound.</td></tr>
 * <tr><th scope="row">Names</th><td>Templates may have the same name. Chinese characters are taken at both sites. A
 * bad name is {@code InvalidParameter.ArgsNotMatch}, and Modify cannot empty it.</td></tr>
 * <tr><th scope="row">Description</th><td>Any one line of up to 1,024 bytes, spaces too; else {@code
 * InvalidParameterValue}.</td></tr>
 * <tr><th scope="row">CallbackKey</th><td>Up to 1,024 bytes without white space; else {@code
 * InvalidParameterValue}.</td></tr>
 * <tr><th scope="row">Addresses</th><td>http or https with a host, in ASCII; else {@code
 * InvalidParameter.InvalidCallbackUrl}. No name is resolved, so {@code InvalidParameter.UrlNotSafe} never comes, and
 * addresses on loopback are taken, which the service would hardly do.</td></tr>
 * <tr><th scope="row">No address</th><td>{@code MissingParameter} at creation. Modify may take the last one
 * away.</td></tr>
 * <tr><th scope="row">Modify</th><td>What is left out stays; an empty text or list clears. RecordStatusNotifyUrl is
 * kept and used, never shown.</td></tr>
 * <tr><th scope="row">RecordExceptionLevels</th><td>Any texts; kept and shown, but no event is held back for
 * them.</td></tr>
 * <tr><th scope="row">What is not set, when read</th><td>Empty text; null for PushExceptionNotifyUrl and
 * AudioAuditNotifyUrl; absent for RecordExceptionNotifyUrl and RecordExceptionLevels.</td></tr>
 * <tr><th scope="row">Deleting a template in use</th><td>{@code FailedOperation.ConfInUsed} as long as a rule has it,
 * in force or not.</td></tr>
 * <tr><th scope="row">Domains</th><td>Any that look like one; they need not be registered. Case does not matter.
 * Malformed: {@code InvalidParameterValue}, at the international site {@code
 * InvalidParameter.DomainFormatError}.</td></tr>
 * <tr><th scope="row">AppName</th><td>Compared exactly. Empty stands for all paths of the domain that have no rule of
 * their own; {@code *} and {@code live} are names like others.</td></tr>
 * <tr><th scope="row">Binding what is bound</th><td>{@code InternalError.RuleAlreadyExist}, also for the same
 * template.</td></tr>
 * <tr><th scope="row">Unbinding what is not bound</th><td>{@code FailedOperation.NotFound}.</td></tr>
 * <tr><th scope="row">When changes act</th><td>What is written can be read at once, and acts on events after the time
 * set by {@link CssSimulator.Builder#propagation(java.time.Duration)}. A later change never acts before an earlier one
 * of the same template or rule; a new template acts as soon as a rule with it does; what is unbound and deleted acts
 * until the unbinding does.</td></tr>
 * <tr><th scope="row">Callback records</th><td>One for each attempt, of every kind of event, in the order sent;
 * ResultCode 0 for success, else the status of the answer, 1 if there was none. Request is the packet, Response the
 * answer's body.</td></tr>
 * <tr><th scope="row">Time of records</th><td>Both ends belong to it; the last 14 days are those of the simulator's
 * clock. Times come back in the form of StartTime. A bad time, span or page is {@code
 * InvalidParameterValue}.</td></tr>
 * <tr><th scope="row">Pages of records</th><td>At most 100 records; a page behind the last is empty.</td></tr>
 * </tbody>
 * </table>
 *
 * <p>Immutable and safe for use by several threads.
 *
 * <p>Sources: the pages of the actions (zh 32637, 32631, 32635, 32633, 32632, 32638, 32636, 32634, 51328; intl 30815, 30809,
 * 30813, 30812, 30816, 30814), the signature (https://cloud.tencent.com/document/api/213/30654) and the rates
 * (https://cloud.tencent.com/document/product/1278/109059).
 */
public final class SimulatedApi {

    private final URI endpoint;
    private final ApiSettings settings;

    SimulatedApi(URI endpoint, ApiSettings settings) {
        this.endpoint = endpoint;
        this.settings = settings;
    }

    /**
     * Where it listens, on loopback.
     *
     * @return for example {@code http://127.0.0.1:8080/}
     */
    public URI endpoint() {
        return endpoint;
    }

    /**
     * Whose fields and actions it has.
     *
     * @return the site
     */
    public Site site() {
        return settings.site();
    }

    /**
     * Who may call.
     *
     * @return SecretId, as set or made up
     */
    public String secretId() {
        return settings.secretId();
    }

    /**
     * What requests are signed with.
     *
     * @return SecretKey, as set or made up. It is sent nowhere; set none that is good at the service
     */
    public String secretKey() {
        return settings.secretKey();
    }

    /**
     * What requests must bring along with temporary credentials.
     *
     * @return the token; empty unless {@link CssSimulator.Builder#temporaryCredentials} were given
     */
    public Optional<String> token() {
        return Optional.ofNullable(settings.token());
    }

    /**
     * Where it listens and who may call; neither key nor token.
     *
     * @return a short text
     */
    @Override
    public String toString() {
        return "SimulatedApi[" + endpoint + ", " + site() + ", " + secretId() + ", key ***]";
    }
}
