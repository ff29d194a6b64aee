package io.github.kisconnect.metrics;

/** The widths of records seen so far, in fields; NaN before the first. Any thread. */
final class Widths {

  private volatile int last;
  private volatile int least;
  private volatile int most;

  /** Notes the width of a frame's records; 0 is none. Almost always it is the last one again. */
  void add(int width) {
    if (width > 0 && width != last) {
      change(width);
    }
  }

  private synchronized void change(int width) {
    least = last == 0 ? width : Math.min(least, width);
    most = Math.max(most, width);
    last = width;
  }

  double last() {
    return orNone(last);
  }

  double least() {
    return orNone(least);
  }

  double most() {
    return orNone(most);
  }

  private static double orNone(int width) {
    return width == 0 ? Double.NaN : width;
  }
}
