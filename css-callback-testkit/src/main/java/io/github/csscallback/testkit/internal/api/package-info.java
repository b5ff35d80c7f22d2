/** The simulated management API over HTTP: authentication, rates, actions and error responses. */
package io.github.csscallback.testkit.internal.api;
