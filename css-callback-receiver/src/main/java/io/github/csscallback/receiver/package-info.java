/**
 * The front door: {@link io.github.csscallback.receiver.CallbackReceiver} takes a {@link
 * io.github.csscallback.receiver.CallbackRequest}, hands the event to your {@link
 * io.github.csscallback.receiver.CallbackHandler} and gives the {@link io.github.csscallback.receiver.CallbackResponse} to
 * send.
 */
package io.github.csscallback.receiver;
