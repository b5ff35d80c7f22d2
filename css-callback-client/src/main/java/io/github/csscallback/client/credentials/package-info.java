/** Where the secret id and key of the API come from. Start at {@link
 * io.github.csscallback.client.credentials.CredentialsProvider}. */
package io.github.csscallback.client.credentials;
