/** The packets of events that happen, each with its stream's names, its time, and members that no other has. */
package io.github.csscallback.testkit.internal.packet;
