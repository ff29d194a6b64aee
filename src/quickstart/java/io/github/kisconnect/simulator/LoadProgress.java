package io.github.kisconnect.simulator;

/**
 * How far a load has come.
 *
 * @param sent records written to sockets
 * @param withheld records due but not written: nobody listened, or the listener reads too slowly
 * @param finished whether its time is over
 */
public record LoadProgress(long sent, long withheld, boolean finished) {

  /** Before the first load. */
  static final LoadProgress NONE = new LoadProgress(0, 0, true);
}
