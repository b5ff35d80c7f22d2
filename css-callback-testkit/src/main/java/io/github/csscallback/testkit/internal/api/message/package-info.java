/** Requests and responses of the simulated management API, their parameters and error codes. */
package io.github.csscallback.testkit.internal.api.message;
