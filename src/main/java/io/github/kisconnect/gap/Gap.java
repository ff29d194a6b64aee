package io.github.kisconnect.gap;

import java.util.OptionalLong;

/**
 * A hole: outside all holes of a ticker, every record that KIS sent for it is in the topic. Both
 * ends are inclusive and told by the clock of this host, as the time of receipt of a record is.
 *
 * @param ticker whose records are missing
 * @param fromMicros start, microseconds since the epoch
 * @param toMicros end, microseconds since the epoch; empty where no end is known. A later hole of
 *     the same ticker, reason and start replaces this one and gives the end
 * @param recordsLost how many records are missing, where that is known
 * @param session the session in which the hole was closed or the loss happened; empty where none
 * @param detail one sentence for a human
 */
public record Gap(
    String ticker,
    GapReason reason,
    long fromMicros,
    OptionalLong toMicros,
    OptionalLong recordsLost,
    String session,
    String detail) {}
