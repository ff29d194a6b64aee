/**
 * A KIS server over real sockets, for tests, demos and whoever has no KIS account: approval keys by
 * REST, the feed by WebSocket, and every misbehaviour of the real one on request. An independent
 * reading of the protocol: of the connector it shares the table of fields and nothing else.
 */
package io.github.kisconnect.simulator;
