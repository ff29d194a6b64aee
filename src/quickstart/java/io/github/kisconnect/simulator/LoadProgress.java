package io.github.kisconnect.simulator;

/**
 * How far a load has come.
 *
 * @param sent records written to sockets
 * @param withheld records due but not written: nobody listened, or the listener reads too slowly
 * @param seconds how long it took so far; more than asked for if the simulator could not keep up
 * @param lateMicros how long after it was due a frame was written at most
 * @param finished whether it is over
 */
public record LoadProgress(
    long sent, long withheld, double seconds, long lateMicros, boolean finished) {

  /** Before the first load. */
  static final LoadProgress NONE = new LoadProgress(0, 0, 0, 0, true);

  LoadProgress finish() {
    return new LoadProgress(sent, withheld, seconds, lateMicros, true);
  }
}
