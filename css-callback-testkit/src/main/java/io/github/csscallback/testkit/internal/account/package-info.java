/** What an account has: templates and rules, and what of them is in force when. */
package io.github.csscallback.testkit.internal.account;
