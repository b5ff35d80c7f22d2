/** The actions on templates, rules and records: parameters, responses, and recovery from unknown outcomes. */
package io.github.csscallback.client.internal.action;
