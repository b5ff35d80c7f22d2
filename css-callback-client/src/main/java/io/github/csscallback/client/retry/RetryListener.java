package io.github.csscallback.client.retry;

/**
 * Observes retries, before the delay. Called on the calling thread, so keep it short; if it throws, the call goes
 * on as if it had not. Must be safe for use by several threads.
 */
@FunctionalInterface
public interface RetryListener {

    /**
     * A call will be tried again.
     *
     * @param retry which, why and when
     */
    void onRetry(Retry retry);
}
