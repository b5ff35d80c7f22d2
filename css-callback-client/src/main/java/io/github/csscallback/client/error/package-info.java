/** What can go wrong with a call, as one exception with a kind. */
package io.github.csscallback.client.error;
