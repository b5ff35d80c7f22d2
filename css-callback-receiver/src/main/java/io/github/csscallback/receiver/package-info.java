/**
 * Receives callbacks: a {@link io.github.csscallback.receiver.CallbackReceiver} takes a {@link
 * io.github.csscallback.receiver.CallbackRequest}, passes the event to your {@link
 * io.github.csscallback.receiver.CallbackHandler} and returns the {@link io.github.csscallback.receiver.CallbackResponse} to
 * send.
 *
 * @see <a href="https://www.tencentcloud.com/document/product/267/38080">How to receive callbacks</a>
 */
package io.github.csscallback.receiver;
