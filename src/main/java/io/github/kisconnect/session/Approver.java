package io.github.kisconnect.session;

import io.github.kisconnect.session.ApprovalSource.ApprovalKey;
import io.github.kisconnect.session.ApprovalSource.Result;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gets approval keys for one session. Asks for the credentials before each request, so that rotated
 * ones are found; where KIS refuses them, and asking again gives others, it tries those once.
 * Session thread.
 */
final class Approver {

  private static final Logger LOG = LoggerFactory.getLogger(Approver.class);
  private static final int REFUSALS_BEFORE_FATAL = 3;

  private final ApprovalSource approvals;
  private final Supplier<Credentials> source;
  private final Executor sessionThread;
  private Credentials credentials;
  private ApprovalKey key;
  private long request;
  private int refusals;

  Approver(ApprovalSource approvals, Supplier<Credentials> source, Executor sessionThread) {
    this.approvals = approvals;
    this.source = source;
    this.sessionThread = sessionThread;
  }

  /** Answers once, on the session thread and never before this call is over, unless cancelled. */
  void request(Consumer<Outcome> answer) {
    long number = ++request;
    Optional<Failed> unreadable = readCredentials();
    if (unreadable.isPresent()) {
      onSessionThread(number, () -> answer.accept(unreadable.get()));
    } else {
      approve(true, answer);
    }
  }

  /** No answer will come for what was requested. */
  void cancel() {
    request++;
  }

  /** KIS refused the key given last. */
  void invalidate() {
    approvals.invalidate(credentials, key);
  }

  private void approve(boolean mayRotate, Consumer<Outcome> answer) {
    long number = request;
    approvals.approve(
        credentials, result -> onSessionThread(number, () -> handle(result, mayRotate, answer)));
  }

  /** Runs the step there, unless its request was cancelled meanwhile. */
  private void onSessionThread(long number, Runnable step) {
    sessionThread.execute(
        () -> {
          if (number == request) {
            step.run();
          }
        });
  }

  private void handle(Result result, boolean mayRotate, Consumer<Outcome> answer) {
    if (result instanceof Result.Approved approved) {
      refusals = 0;
      key = approved.key();
      answer.accept(new Granted(key));
    } else if (result instanceof Result.Rejected rejected) {
      handleRejected(rejected, mayRotate, answer);
    } else if (result instanceof Result.Throttled throttled) {
      Failure failure = new Failure(Failure.Kind.APPROVAL_REFUSED, throttled.sentence());
      answer.accept(new Failed(failure, throttled.retryAfter()));
    } else if (result instanceof Result.Refused refused) {
      refusals++;
      boolean fatal = refusals >= REFUSALS_BEFORE_FATAL;
      answer.accept(
          failed(
              fatal ? Failure.Kind.FATAL : Failure.Kind.APPROVAL_REFUSED,
              refused.sentence() + (fatal ? " Check kis.rest.url and kis.app.keys." : "")));
    } else if (result instanceof Result.Unavailable unavailable) {
      answer.accept(failed(Failure.Kind.APPROVAL_UNAVAILABLE, unavailable.sentence()));
    }
  }

  private void handleRejected(
      Result.Rejected rejected, boolean mayRotate, Consumer<Outcome> answer) {
    Credentials refused = credentials;
    Optional<Failed> unreadable = mayRotate ? readCredentials() : Optional.empty();
    if (unreadable.isPresent()) {
      answer.accept(unreadable.get());
    } else if (credentials.equals(refused)) {
      answer.accept(failed(Failure.Kind.FATAL, rejection(rejected)));
    } else {
      LOG.info("KIS refused the app key or its secret, and they changed: we try the new ones.");
      approve(false, answer);
    }
  }

  /** The provider's own text may quote what it read, so that only the kind of its fault is told. */
  private Optional<Failed> readCredentials() {
    try {
      credentials = source.get();
      return Optional.empty();
    } catch (RuntimeException unreadable) {
      return Optional.of(
          failed(
              Failure.Kind.APPROVAL_UNAVAILABLE,
              "kis.app.keys and kis.app.secrets could not be read (%s)."
                  .formatted(unreadable.getClass().getSimpleName())));
    }
  }

  private static String rejection(Result.Rejected rejected) {
    return "KIS refused the app key or its secret (%s): %s Correct kis.app.keys and kis.app.secrets."
        .formatted(rejected.code(), rejected.sentence());
  }

  private static Failed failed(Failure.Kind kind, String sentence) {
    return new Failed(new Failure(kind, sentence), Duration.ZERO);
  }

  /** What came of a request. */
  sealed interface Outcome {}

  /** A key, cached or new. */
  record Granted(ApprovalKey key) implements Outcome {}

  /**
   * No key.
   *
   * @param atLeast least wait before the next request
   */
  record Failed(Failure failure, Duration atLeast) implements Outcome {}
}
