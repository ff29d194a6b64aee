/** Sockets against servers that play a script, and approval keys on a virtual clock. */
package io.github.kisconnect.transport;
