/** The process a command runs in: streams, environment, termination, and the exceptions that set the exit status. */
@NullMarked
package io.github.csscallback.cli.process;

import org.jspecify.annotations.NullMarked;
