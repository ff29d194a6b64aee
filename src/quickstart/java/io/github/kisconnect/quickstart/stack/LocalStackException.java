package io.github.kisconnect.quickstart.stack;

/** The local stack cannot go on. The message is one sentence for the person at the terminal. */
public final class LocalStackException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public LocalStackException(String sentence) {
    super(sentence);
  }

  public LocalStackException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
