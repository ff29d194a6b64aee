/** Coverage and losses, and the holes that they make. */
package io.github.kisconnect.gap;
