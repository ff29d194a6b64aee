package io.github.kisconnect.session;

import io.github.kisconnect.gap.Gap;

/** Hears of the life of a session, on the session thread but for holes. Must not block. */
public interface SessionListener {

  /** The session went to another state; the sentence says why. */
  void stateChanged(SessionState from, SessionState to, String sentence);

  /** KIS is asked for an approval key. */
  void approvalRequested();

  /** A session or an attempt at one came to an end, but not because it was stopped. */
  void ended(FailureKind kind);

  /**
   * A hole of a ticker is over, or will not end (a refused ticker). On the session thread, or on
   * the I/O thread before the record goes on that ended it; one at a time.
   */
  void gap(Gap gap);

  /** The session gave up; nothing more will come. The sentence names the key to correct. */
  void failed(String sentence);
}
