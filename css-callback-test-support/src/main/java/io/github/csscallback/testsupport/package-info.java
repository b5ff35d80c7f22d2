/** Shared by the tests of all modules. */
@org.jspecify.annotations.NullMarked
package io.github.csscallback.testsupport;
