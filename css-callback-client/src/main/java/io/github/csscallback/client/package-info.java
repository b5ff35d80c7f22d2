/** The client of the management API. Start at {@link io.github.csscallback.client.CssCallbackClient}. */
package io.github.csscallback.client;
