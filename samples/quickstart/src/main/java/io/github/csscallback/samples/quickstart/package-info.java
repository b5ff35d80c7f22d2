/** The code of the README, so that the build compiles it. */
package io.github.csscallback.samples.quickstart;
