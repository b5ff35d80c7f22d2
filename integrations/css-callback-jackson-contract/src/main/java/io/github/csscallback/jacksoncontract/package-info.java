/** The contract of the Jackson modules. */
@org.jspecify.annotations.NullMarked
package io.github.csscallback.jacksoncontract;
