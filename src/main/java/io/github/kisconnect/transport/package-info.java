/**
 * Sockets: the Tyrus client and the approval request, behind the ports of the session.
 *
 * <p>Tyrus does all of WebSocket (handshake, frames, masks, fragments, control frames). What Tyrus
 * leaves to a client container, bytes in and bytes out, is done here on plain JDK sockets, one I/O
 * thread for each connection, because neither container that Tyrus brings can keep our promises:
 *
 * <ul>
 *   <li>both close the socket right behind their close frame, but KIS frees an app key for certain
 *       only when its own close frame has come back;
 *   <li>both miss a connection that is closed or reset instead of answering the upgrade, which is
 *       how KIS turns clients away, and wait out the whole timeout;
 *   <li>the TCP connect of both has a fixed limit (Grizzly 30 s) or none (JDK), and an aborted
 *       attempt leaves its socket behind;
 *   <li>in both, connections share worker threads, so a listener that blocks can starve others.
 * </ul>
 *
 * <p>Of the two bundles the one with the JDK container is used, as it is the smaller (0.6 MB
 * against 2.1 MB) and brings nothing else. Tyrus starts no thread of its own here.
 */
package io.github.kisconnect.transport;
