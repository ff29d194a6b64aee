/** Consumers of the topics, as examples: what to read, and how to tell what is missing. */
package io.github.kisconnect.consumers;
