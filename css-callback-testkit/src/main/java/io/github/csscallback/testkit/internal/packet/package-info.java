/** The packets of events, with the names of their stream, their time and unique identifying members. */
package io.github.csscallback.testkit.internal.packet;
