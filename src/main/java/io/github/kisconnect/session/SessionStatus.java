package io.github.kisconnect.session;

import java.util.OptionalLong;

/**
 * Snapshot of a session. All times are microseconds since the epoch.
 *
 * @param sinceMicros when the state was entered
 * @param session id of the connection, empty where there is none
 * @param wanted tickers that the session is to carry, refused ones not counted
 * @param confirmed tickers acknowledged, or proven by a record, on this connection
 * @param unconfirmed tickers asked for in vain, without any answer, on this connection
 * @param refused tickers that KIS refused or that found the session full
 * @param connections attempts to connect since the start
 * @param failedAttempts failures since the last proof of life
 * @param lastInboundMicros receipt of the last frame of any kind
 * @param lastDataMicros receipt of the last data frame
 */
public record SessionStatus(
    SessionState state,
    long sinceMicros,
    String session,
    int wanted,
    int confirmed,
    int unconfirmed,
    int refused,
    long connections,
    long failedAttempts,
    OptionalLong lastInboundMicros,
    OptionalLong lastDataMicros) {}
