/**
 * The life of one WebSocket session: approve, connect, subscribe, stay alive, reconnect, close.
 * Owns the ports that it needs.
 */
package io.github.kisconnect.session;
