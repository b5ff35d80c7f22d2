package io.github.csscallback.client.credentials;

import java.util.List;
import java.util.Map;

/**
 * Gives the credentials of a request. The client asks before every attempt, so that a provider may return other ones at any
 * time.
 *
 * <p>Implement it for a source of your own. Implementations must be safe for use by several threads, must end in bounded
 * time (the client waits for them, they are not covered by its time-out) and throw {@link CredentialsException} if they
 * have nothing to give.
 */
@FunctionalInterface
public interface CredentialsProvider {

    /**
     * The credentials to use now.
     *
     * @throws CredentialsException if there are none
     */
    Credentials get();

    /**
     * Called when the service rejects temporary credentials. A provider that keeps them should fetch new ones when next
     * asked; the client asks once more and tries again if it gets others.
     *
     * @param credentials the rejected ones
     */
    default void invalidate(Credentials credentials) {}

    /** Always the same credentials. */
    static CredentialsProvider of(Credentials credentials) {
        return () -> credentials;
    }

    /**
     * From the environment variables {@code TENCENTCLOUD_SECRET_ID}, {@code TENCENTCLOUD_SECRET_KEY} and, if set,
     * {@code TENCENTCLOUD_TOKEN}. Id and key count only together.
     */
    static CredentialsProvider environment() {
        return new EnvironmentCredentials(System::getenv);
    }

    /**
     * From a map that stands for the environment.
     *
     * @param variables names and values, copied
     */
    static CredentialsProvider environment(Map<String, String> variables) {
        return new EnvironmentCredentials(Map.copyOf(variables)::get);
    }

    /**
     * From the profile file of the official tools: the file that {@code TENCENTCLOUD_CREDENTIALS_FILE} names, else {@code
     * .tencentcloud/credentials} in the home directory, else {@code /etc/tencentcloud/credentials}. Read anew each time.
     */
    static CredentialsProvider profileFile() {
        return ProfileFileCredentials.standard();
    }

    /**
     * The first of several that has credentials. A provider that has unusable ones ends the search.
     *
     * @param providers at least one, asked in this order
     * @throws IllegalArgumentException if there is none
     */
    static CredentialsProvider chain(CredentialsProvider... providers) {
        return new CredentialsChain(List.of(providers));
    }

    /**
     * The environment, then the profile file. The role of a CVM instance is not in it, as asking for that takes a request
     * over the network: add {@link CvmRoleCredentials} with {@link #chain} where you mean it.
     */
    static CredentialsProvider defaultChain() {
        return chain(environment(), profileFile());
    }
}
