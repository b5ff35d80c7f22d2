/** The values of recording events: status, details and anomalies of a recording. */
package io.github.csscallback.core.event.recording;
