package io.github.kisconnect.session;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * Gives approval keys for the WebSocket. A new key of an app key invalidates the older one at once,
 * so keys are cached and shared by everything in this JVM.
 */
public interface ApprovalSource {

  /** Calls back once, on a thread of its own, with a cached or fresh key or the reason why not. */
  Wish approve(Credentials credentials, Consumer<Result> callback);

  /** The server refused this key: forget it unless a newer one is already cached. */
  void invalidate(Credentials credentials, ApprovalKey key);

  /**
   * What somebody waits for.
   *
   * @param asksServer whether the server is asked because of it
   * @param withdrawal what {@link #withdraw} does
   */
  record Wish(boolean asksServer, Runnable withdrawal) {
    /**
     * Nobody waits any more, so that no request is made for nobody. Repeatable; an answer that is
     * on its way may still come.
     */
    public void withdraw() {
      withdrawal.run();
    }
  }

  /** An approval key. Never printed. */
  record ApprovalKey(String value) {
    @Override
    public String toString() {
      return "ApprovalKey[***]";
    }
  }

  /** Outcome of a request; no text holds a secret. */
  sealed interface Result {
    /** A key. */
    record Approved(ApprovalKey key) implements Result {}

    /** App key or secret are wrong; retrying cannot help. The sentence names the key to correct. */
    record Rejected(String code, String sentence) implements Result {}

    /** Asked too often: not before {@code retryAfter}. */
    record Throttled(Duration retryAfter, String sentence) implements Result {}

    /**
     * Refused for another reason by the client's fault; a few tries, a minute apart, then fatal.
     * The sentence names what to check.
     */
    record Refused(String sentence) implements Result {}

    /** Server or network at fault; retry with backoff. */
    record Unavailable(String sentence) implements Result {}
  }
}
