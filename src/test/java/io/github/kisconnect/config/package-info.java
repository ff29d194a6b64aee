/** Tests of the configuration: what is accepted, what is said otherwise, and what is never said. */
package io.github.kisconnect.config;
