/** One HTTP exchange at a time: a deadline around all of it and a bound on its answer. */
package io.github.csscallback.client.internal.http;
