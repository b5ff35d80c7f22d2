/** One POST on a socket of its own, so that it can be spoilt on the wire: who sends it, and what came back. */
package io.github.csscallback.testkit.internal.post;
