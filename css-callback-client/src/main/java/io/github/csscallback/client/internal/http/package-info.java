/** One HTTP exchange at a time: a deadline around all of it and a bound on its response. */
package io.github.csscallback.client.internal.http;
