/** {@code css-callback rule}: manages callback rules. */
@NullMarked
package io.github.csscallback.cli.rule;

import org.jspecify.annotations.NullMarked;
