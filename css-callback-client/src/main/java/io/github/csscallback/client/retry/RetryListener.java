package io.github.csscallback.client.retry;

/**
 * Is told of every retry before the wait. Called on the thread of the call, so keep it short; if it throws, the call goes
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
