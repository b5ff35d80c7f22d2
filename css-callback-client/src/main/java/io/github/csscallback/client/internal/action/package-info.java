/** The actions on callbacks: their parameters, their answers, and what is done about an outcome nobody knows. */
package io.github.csscallback.client.internal.action;
