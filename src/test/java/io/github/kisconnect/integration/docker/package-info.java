/** The connector against a broker in a container. */
package io.github.kisconnect.integration.docker;
