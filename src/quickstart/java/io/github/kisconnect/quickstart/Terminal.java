package io.github.kisconnect.quickstart;

import java.io.IOException;

/** Whether a person watches. */
final class Terminal {

  private Terminal() {}

  /**
   * Whether the standard output of this JVM is a terminal. Java's own console would not tell: it
   * asks for standard input, too, and from Java 22 on it is there in any case.
   */
  static boolean isAttached() {
    try {
      return new ProcessBuilder("test", "-t", "1").inheritIO().start().waitFor() == 0;
    } catch (IOException noSuchProgram) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
