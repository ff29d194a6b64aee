/**
 * The bounded hand-over between the thread that receives and the thread that polls. Generic; knows
 * nothing of the rest.
 */
package io.github.kisconnect.queue;
