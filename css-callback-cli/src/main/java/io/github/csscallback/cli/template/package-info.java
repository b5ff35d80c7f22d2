/** {@code css-callback template}: manages callback templates. */
@NullMarked
package io.github.csscallback.cli.template;

import org.jspecify.annotations.NullMarked;
