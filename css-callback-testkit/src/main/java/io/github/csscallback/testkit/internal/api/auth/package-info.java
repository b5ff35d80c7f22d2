/** Authentication of the simulated management API: host and signature checks. */
package io.github.csscallback.testkit.internal.api.auth;
