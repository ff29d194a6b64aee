package io.github.kisconnect.quickstart;

/** The quickstart cannot go on, or has not succeeded. The message is one sentence for the user. */
final class QuickstartException extends RuntimeException {

  private static final long serialVersionUID = 1;

  QuickstartException(String sentence) {
    super(sentence);
  }

  QuickstartException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
