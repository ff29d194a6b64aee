package io.github.kisconnect.bench;

import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Finds where the fields of a frame begin, and nothing else. */
@State(Scope.Thread)
public class DelimiterState {

  private final int[] places = new int[16 * 1024];

  /** Number of delimiters; where they are is noted. */
  int find(byte[] frame) {
    int count = 0;
    for (int i = 0; i < frame.length; i++) {
      if (frame[i] == '^') {
        places[count++] = i;
      }
    }
    return count;
  }
}
