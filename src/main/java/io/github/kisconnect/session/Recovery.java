package io.github.kisconnect.session;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a failure that is not fatal calls for: says it once, puts aside the approval key or the
 * credentials that are at fault, and tells how long to wait. Session thread.
 */
final class Recovery {

  private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

  private final ReconnectPolicy policy;
  private final Approver approver;

  Recovery(ReconnectPolicy policy, Approver approver) {
    this.policy = policy;
    this.approver = approver;
  }

  /** Gives the wait before the next approval. */
  Duration after(Failure failure, long nowNanos) {
    FailureKind kind = failure.kind();
    if (policy.isAppKeyRefused(kind)) {
      approver.refuse(failure.sentence());
    } else if (kind == FailureKind.APPROVAL_DEAD || kind == FailureKind.APP_KEY_UNKNOWN) {
      approver.invalidate();
    }
    Duration wait = policy.waitAfter(failure, nowNanos);
    LOG.warn(
        "{} We try again in {} s. kind={} failures={}",
        failure.sentence(),
        wait.toSeconds(),
        kind,
        policy.failures());
    return wait;
  }
}
