/** {@code css-callback simulate}: runs the simulated CSS as a process. */
@NullMarked
package io.github.csscallback.cli.simulate;

import org.jspecify.annotations.NullMarked;
