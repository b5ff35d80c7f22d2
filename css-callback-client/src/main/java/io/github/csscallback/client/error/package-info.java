/** Failures of calls: one exception with a kind. */
package io.github.csscallback.client.error;
