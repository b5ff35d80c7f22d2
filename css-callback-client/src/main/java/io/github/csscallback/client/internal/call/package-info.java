/** One call of an action: sign, send, read, and the decision to try again. */
package io.github.csscallback.client.internal.call;
