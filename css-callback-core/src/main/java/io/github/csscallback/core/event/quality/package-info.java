/** The values of monitoring, quality control and assessment events. */
package io.github.csscallback.core.event.quality;
