package io.github.kisconnect.quickstart;

import io.github.kisconnect.quickstart.stack.ConnectRestException;
import io.github.kisconnect.quickstart.stack.LocalStackException;

/** What the user is told about a failure. */
final class Complaint {

  private static final String DETAILS = " (details: target/quickstart/quickstart.log)";

  private Complaint() {}

  /** One line; what else there is to know is in the log. */
  static String about(RuntimeException failure) {
    if (failure instanceof QuickstartException || failure instanceof ConnectRestException) {
      return failure.getMessage();
    }
    if (failure instanceof LocalStackException) {
      return failure.getMessage().lines().findFirst().orElseThrow();
    }
    return "Something went wrong that was not foreseen: " + failure + DETAILS;
  }
}
