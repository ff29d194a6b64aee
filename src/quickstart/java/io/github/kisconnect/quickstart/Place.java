package io.github.kisconnect.quickstart;

/**
 * Where in a session a record was.
 *
 * @param frame number of the data frame, from 1
 * @param index of the record in the frame, from 0
 */
record Place(long frame, int index, String ticker) {}
