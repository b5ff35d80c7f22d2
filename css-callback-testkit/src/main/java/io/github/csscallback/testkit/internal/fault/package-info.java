/** Which faults an event gets, and which of its attempts they affect. */
package io.github.csscallback.testkit.internal.fault;
