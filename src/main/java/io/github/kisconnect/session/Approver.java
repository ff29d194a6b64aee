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
 * ones are found. Those that KIS refused are not tried again: others are looked for, at once and,
 * where the refused ones had worked, for a while, since the old ones often die before the new ones
 * are in place. Session thread.
 */
final class Approver {

  private static final Logger LOG = LoggerFactory.getLogger(Approver.class);
  private static final int REFUSALS_BEFORE_FATAL = 3;
  private static final Duration ROTATION_PATIENCE = Duration.ofMinutes(3);

  private final ApprovalSource approvals;
  private final Supplier<Credentials> source;
  private final SessionListener listener;
  private final TimeSource time;
  private final Executor sessionThread;
  private final Consumer<ApprovalKey> granted;
  private final Consumer<Failure> denied;
  private Credentials credentials;
  private ApprovalSource.Wish wish = new ApprovalSource.Wish(false, () -> {});
  private ApprovalKey key;
  private long request;
  private int refusals;
  private boolean proven;
  private Refusal refusal;

  Approver(
      SessionPorts ports,
      Executor sessionThread,
      Consumer<ApprovalKey> granted,
      Consumer<Failure> denied) {
    this.approvals = ports.approvals();
    this.source = ports.credentials();
    this.listener = ports.listener();
    this.time = ports.time();
    this.sessionThread = sessionThread;
    this.granted = granted;
    this.denied = denied;
  }

  /** Answers once, on the session thread and never before this call is over, unless cancelled. */
  void request() {
    long number = ++request;
    Optional<Failure> hindrance = readCredentials();
    if (hindrance.isPresent()) {
      answer(number, () -> denied.accept(hindrance.get()));
    } else {
      approve(true);
    }
  }

  /** No answer will come for what was requested. */
  void cancel() {
    request++;
    wish.withdraw();
  }

  /** KIS refused the key given last. */
  void invalidate() {
    approvals.invalidate(credentials, key);
  }

  /** KIS does not accept the app key of the approval key given last. */
  void refuse(String sentence) {
    invalidate();
    noteRefusal(sentence);
  }

  /** The approval key given last is good for a session. */
  void proven() {
    proven = true;
    refusal = null;
  }

  private void approve(boolean mayRotate) {
    long number = request;
    wish =
        approvals.approve(credentials, result -> answer(number, () -> handle(result, mayRotate)));
    if (wish.asksServer()) {
      listener.approvalRequested();
    }
  }

  /** Uses an answer on the session thread, the first one only and not after a cancel. */
  private void answer(long number, Runnable use) {
    sessionThread.execute(
        () -> {
          if (number == request) {
            request++;
            use.run();
          }
        });
  }

  private void handle(Result result, boolean mayRotate) {
    if (result instanceof Result.Approved approved) {
      refusals = 0;
      key = approved.key();
      granted.accept(key);
    } else if (result instanceof Result.Rejected rejected) {
      handleRejected(rejected, mayRotate);
    } else if (result instanceof Result.Throttled throttled) {
      denied.accept(
          new Failure(FailureKind.APPROVAL_REFUSED, throttled.sentence(), throttled.retryAfter()));
    } else if (result instanceof Result.Refused refused) {
      refusals++;
      denied.accept(
          refusals < REFUSALS_BEFORE_FATAL
              ? new Failure(FailureKind.APPROVAL_REFUSED, refused.sentence())
              : new Failure(
                  FailureKind.FATAL, refused.sentence() + " It stayed so over several tries."));
    } else if (result instanceof Result.Unavailable unavailable) {
      denied.accept(new Failure(FailureKind.APPROVAL_UNAVAILABLE, unavailable.sentence()));
    }
  }

  private void handleRejected(Result.Rejected rejected, boolean mayRotate) {
    noteRefusal(rejected.sentence());
    Optional<Failure> hindrance = mayRotate ? readCredentials() : stillRefused();
    if (hindrance.isPresent()) {
      denied.accept(hindrance.get());
    } else {
      LOG.info("KIS refused the app key or its secret, and they changed: we try the new ones.");
      approve(false);
    }
  }

  /** The provider's own text may quote what it read, so that only the kind of its fault is told. */
  private Optional<Failure> readCredentials() {
    try {
      credentials = source.get();
      return stillRefused();
    } catch (RuntimeException unreadable) {
      return Optional.of(
          new Failure(
              FailureKind.APPROVAL_UNAVAILABLE,
              "kis.app.keys and kis.app.secrets could not be read (%s)."
                  .formatted(unreadable.getClass().getSimpleName())));
    }
  }

  private void noteRefusal(String sentence) {
    long since = refusal == null ? time.nanoTime() : refusal.sinceNanos();
    refusal = new Refusal(credentials, sentence, since);
  }

  private Optional<Failure> stillRefused() {
    if (refusal == null || !refusal.credentials().equals(credentials)) {
      return Optional.empty();
    }
    if (!proven) {
      return Optional.of(new Failure(FailureKind.FATAL, refusal.sentence()));
    }
    boolean patient = time.nanoTime() - refusal.sinceNanos() < ROTATION_PATIENCE.toNanos();
    return Optional.of(
        patient
            ? new Failure(
                FailureKind.CREDENTIALS_REFUSED,
                refusal.sentence() + " They worked before, so we look for new ones.")
            : new Failure(
                FailureKind.FATAL,
                "%s They worked before, but no new ones came within %d minutes."
                    .formatted(refusal.sentence(), ROTATION_PATIENCE.toMinutes())));
  }

  /** Credentials that KIS does not accept, and since when it does not accept any. */
  private record Refusal(Credentials credentials, String sentence, long sinceNanos) {}
}
