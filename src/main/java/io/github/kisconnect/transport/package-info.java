/** Sockets: the Tyrus client and the approval request, behind the ports of the session. */
package io.github.kisconnect.transport;
