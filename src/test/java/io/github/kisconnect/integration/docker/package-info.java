/** The connector against a broker in a container, and our own images. */
package io.github.kisconnect.integration.docker;
