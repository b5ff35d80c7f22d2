/** Retries: their policy, and a listener for them. */
package io.github.csscallback.client.retry;
