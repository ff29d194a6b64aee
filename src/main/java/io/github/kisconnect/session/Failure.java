package io.github.kisconnect.session;

import java.time.Duration;

/**
 * Why there is no session now, classed by what has to be done about it.
 *
 * @param sentence what happened; holds no secret
 * @param atLeast least wait before the next attempt, where KIS told one
 */
record Failure(FailureKind kind, String sentence, Duration atLeast) {

  Failure(FailureKind kind, String sentence) {
    this(kind, sentence, Duration.ZERO);
  }
}
