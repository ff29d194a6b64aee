/** Holes in the record of a ticker: what is missing from the topic, from when to when, and why. */
package io.github.kisconnect.gap;
