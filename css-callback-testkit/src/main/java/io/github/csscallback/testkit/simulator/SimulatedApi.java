package io.github.csscallback.testkit.simulator;

import io.github.csscallback.core.template.Site;
import io.github.csscallback.testkit.internal.api.ApiSettings;
import java.net.URI;
import java.util.Optional;

/**
 * The management API of a simulated CSS: its address and credentials. It has all actions on callbacks, verifies
 * signatures as the service does, stores templates and rules, and rejects requests with the error codes of the service.
 *
 * <p>The client of this SDK connects to it as to the service:
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
 * that protocol, and this host and port as its HTTP proxy, and leave its endpoint. The API listens on 127.0.0.1 in plain
 * HTTP. A response on a reused connection takes 40 milliseconds unless the JVM runs with
 * {@code -Dsun.net.httpserver.nodelay=true}.
 *
 * <p><strong>Undocumented behaviour.</strong> Where the behaviour of the service is not documented, this API behaves as
 * follows. Do not rely on the service doing the same.
 *
 * <table>
 * <caption>Choices of the simulated API</caption>
 * <thead>
 * <tr><th scope="col">subject</th><th scope="col">this API</th></tr>
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
 * <tr><th scope="row">More than 10 MB</th><td>10,485,760 bytes are accepted.</td></tr>
 * <tr><th scope="row">Not signed</th><td>{@code AuthFailure.InvalidAuthorization}; so is a signature that leaves out
 * Content-Type or Host, signed names that are not sorted, and a scope for another service than {@code live}. The
 * official client takes the text before the first dot of its endpoint for the service, so that of the Host is accepted
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
 * <tr><th scope="row">Another content type</th><td>{@code InvalidRequest}. {@code application/json} is accepted with and
 * without {@code charset=utf-8}.</td></tr>
 * <tr><th scope="row">An action that is not about callbacks</th><td>{@code InvalidAction}; so is
 * DescribeCallbackRecordsList at the international site.</td></tr>
 * <tr><th scope="row">Rates</th><td>The documented ones, by action, in real time. A second begins with the first
 * request after the one before has ended; rejected requests count, those with a wrong signature do not.</td></tr>
 * <tr><th scope="row">Messages</th><td>English; X-TC-Language is ignored.</td></tr>
 * <tr><th scope="row">Body</th><td>One JSON object in UTF-8, {@code {}} for no parameters: an empty body, a member
 * twice, trailing content, and another encoding give {@code InvalidParameter}.</td></tr>
 * <tr><th scope="row">Null, another type</th><td>{@code InvalidParameter}; an integer in quotation marks, or one with
 * a decimal point, is rejected.</td></tr>
 * <tr><th scope="row">Ids</th><td>From 100001 in order of creation, in which templates and rules are listed; again
 * after {@link CssSimulator#reset()}.</td></tr>
 * <tr><th scope="row">Unknown template</th><td>{@code InternalError.ConfNotFound}; {@code
 * InvalidParameter.ConfNotFound} when it is to be bound.</td></tr>
 * <tr><th scope="row">Names</th><td>Templates may have the same name. Chinese characters are accepted at both sites. A
 * bad name is {@code InvalidParameter.ArgsNotMatch}, and Modify cannot empty it.</td></tr>
 * <tr><th scope="row">Description</th><td>A single line of up to 1,024 bytes; else {@code
 * InvalidParameterValue}.</td></tr>
 * <tr><th scope="row">CallbackKey</th><td>Up to 1,024 bytes without white space; else {@code
 * InvalidParameterValue}.</td></tr>
 * <tr><th scope="row">Addresses</th><td>http or https with a host, in ASCII; else {@code
 * InvalidParameter.InvalidCallbackUrl}. No name is resolved, so {@code InvalidParameter.UrlNotSafe} never occurs, and
 * loopback addresses are accepted, which is unlikely for the service.</td></tr>
 * <tr><th scope="row">No address</th><td>{@code MissingParameter} at creation. Modify may remove the last
 * one.</td></tr>
 * <tr><th scope="row">Modify</th><td>Omitted fields keep their values; an empty string or list clears.
 * RecordStatusNotifyUrl is stored and used, never returned.</td></tr>
 * <tr><th scope="row">RecordExceptionLevels</th><td>Any strings; stored and returned, but no event is filtered by
 * them.</td></tr>
 * <tr><th scope="row">Unset fields, when read</th><td>Empty string; null for PushExceptionNotifyUrl and
 * AudioAuditNotifyUrl; absent for RecordExceptionNotifyUrl and RecordExceptionLevels.</td></tr>
 * <tr><th scope="row">Deleting a template in use</th><td>{@code FailedOperation.ConfInUsed} while a rule binds it,
 * in force or not.</td></tr>
 * <tr><th scope="row">Domains</th><td>Any of valid syntax, registered or not. Case is not significant.
 * Malformed: {@code InvalidParameterValue}, at the international site {@code
 * InvalidParameter.DomainFormatError}.</td></tr>
 * <tr><th scope="row">AppName</th><td>Compared exactly. Empty stands for all paths of the domain that have no rule of
 * their own; {@code *} and {@code live} have no special meaning.</td></tr>
 * <tr><th scope="row">Binding a bound path</th><td>{@code InternalError.RuleAlreadyExist}, also for the same
 * template.</td></tr>
 * <tr><th scope="row">Unbinding a path that is not bound</th><td>{@code FailedOperation.NotFound}.</td></tr>
 * <tr><th scope="row">Propagation</th><td>Changes can be read back at once, and are in force for events after the time
 * set by {@link CssSimulator.Builder#propagation(java.time.Duration)}. A later change is never in force before an earlier
 * one of the same template or rule; a new template is in force as soon as a rule that binds it; a template that is unbound
 * and deleted is in force until the unbinding is.</td></tr>
 * <tr><th scope="row">Callback records</th><td>One for each attempt, of every event type, in the order sent;
 * ResultCode 0 for success, else the response status, 1 if there was none. Request is the packet, Response the response
 * body.</td></tr>
 * <tr><th scope="row">Time of records</th><td>Start and end are inclusive; the last 14 days are those of the simulator's
 * clock. Times are returned in the format of StartTime. A bad time, span or page is {@code
 * InvalidParameterValue}.</td></tr>
 * <tr><th scope="row">Pages of records</th><td>At most 100 records; a page after the last is empty.</td></tr>
 * </tbody>
 * </table>
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @see <a href="https://cloud.tencent.com/document/product/267/32637">Actions at the Chinese site: Create and its siblings</a>
 * @see <a href="https://www.tencentcloud.com/document/product/267/30815">Actions at the international site</a>
 * @see <a href="https://cloud.tencent.com/document/api/213/30654">Signature</a>
 * @see <a href="https://cloud.tencent.com/document/product/1278/109059">Request rates</a>
 */
public final class SimulatedApi {

    private final URI endpoint;
    private final ApiSettings settings;

    SimulatedApi(URI endpoint, ApiSettings settings) {
        this.endpoint = endpoint;
        this.settings = settings;
    }

    /** The address of the API on loopback, for example {@code http://127.0.0.1:8080/}. */
    public URI endpoint() {
        return endpoint;
    }

    /** The site whose fields and actions the API has. */
    public Site site() {
        return settings.site();
    }

    /** The SecretId that the API accepts. */
    public String secretId() {
        return settings.secretId();
    }

    /** The SecretKey that the API accepts. It protects nothing: never set a real one. */
    public String secretKey() {
        return settings.secretKey();
    }

    /** The token that requests must have; empty unless {@link CssSimulator.Builder#temporaryCredentials} were set. */
    public Optional<String> token() {
        return Optional.ofNullable(settings.token());
    }

    /** Address, site and SecretId; neither key nor token. */
    @Override
    public String toString() {
        return "SimulatedApi[" + endpoint + ", " + site() + ", " + secretId() + ", key ***]";
    }
}
