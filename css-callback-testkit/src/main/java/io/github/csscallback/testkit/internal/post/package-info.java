/** HTTP POST requests on plain sockets, so that faults can be injected on the wire. */
package io.github.csscallback.testkit.internal.post;
