package io.github.kisconnect.soak;

/**
 * Where a record was on the wire, in the simulator's words.
 *
 * @param session of which simulator, and its number there
 * @param frame data frame of the session, from 1
 * @param index record of the frame, from 0
 */
record Place(String session, long frame, int index) {}
