package io.github.kisconnect.protocol;

/**
 * Where and when a frame was received. With a record's index it identifies the record; KIS gives no
 * sequence number.
 *
 * @param trId the TR of the frame; empty where the frame could not be read so far
 * @param session id of the connection, unique across restarts
 * @param frame number of the data frame in the session, from 1
 * @param receivedAtMicros microseconds since the epoch, stamped on the I/O thread
 */
public record FrameOrigin(String trId, String session, long frame, long receivedAtMicros) {}
