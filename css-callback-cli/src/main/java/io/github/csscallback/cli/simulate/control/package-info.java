/** The control address of {@code css-callback simulate}: a simulated CSS steered over HTTP, from any language. */
@NullMarked
package io.github.csscallback.cli.simulate.control;

import org.jspecify.annotations.NullMarked;
