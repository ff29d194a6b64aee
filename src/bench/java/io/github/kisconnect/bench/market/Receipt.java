package io.github.kisconnect.bench.market;

import java.time.Instant;

/**
 * A record that came into the topic.
 *
 * @param session the connector's name of it
 * @param frame number of the data frame in the session, from 1
 * @param at when the connector received it
 */
record Receipt(String ticker, String session, long frame, Instant at) {}
