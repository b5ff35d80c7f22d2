/** The management API over HTTP: who may call, what each action does, and how refusals are told. */
package io.github.csscallback.testkit.internal.api;
