package io.github.kisconnect.session;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.random.RandomGenerator;

/**
 * Says how long to wait after a failure (kis-protocol 8). Every class of failure has a backoff of
 * its own; all start over at a proof of life and at nothing else. Session thread.
 */
final class ReconnectPolicy {

  static final int QUOTA_BURST = 6;
  static final Duration QUOTA_INTERVAL = Duration.ofSeconds(30);

  private static final Duration UPGRADE_REFUSED_FIRST = Duration.ofSeconds(5);
  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
  private static final Duration OCCUPIED_FIRST = Duration.ofSeconds(90);
  private static final Duration CREDENTIALS_FIRST = Duration.ofSeconds(5);
  private static final Duration CREDENTIALS_LONGEST = Duration.ofSeconds(30);
  private static final Duration ONE_MINUTE = Duration.ofMinutes(1);
  private static final Duration DROP_LEAST = Duration.ofSeconds(1);
  private static final Duration DROP_MOST = Duration.ofSeconds(5);

  private final RandomGenerator random;
  private final ConnectionQuota quota = new ConnectionQuota(QUOTA_BURST, QUOTA_INTERVAL);
  private final Backoff ordinary;
  private final Backoff upgradeRefused;
  private final Backoff occupied = new Backoff(OCCUPIED_FIRST, FIVE_MINUTES);
  private final Backoff approvalDead = new Backoff(ONE_MINUTE, FIVE_MINUTES);
  private final Backoff credentialsRefused = new Backoff(CREDENTIALS_FIRST, CREDENTIALS_LONGEST);
  private final Backoff approvalRefused = new Backoff(ONE_MINUTE, ONE_MINUTE);
  private boolean reissued;
  private boolean provenAlive;
  private long failures;

  ReconnectPolicy(Duration backoff, Duration backoffMax, RandomGenerator random) {
    this.random = random;
    this.ordinary = new Backoff(backoff, backoffMax);
    this.upgradeRefused = new Backoff(UPGRADE_REFUSED_FIRST, longest(backoffMax, FIVE_MINUTES));
  }

  /** A connection is about to be opened. */
  void connecting(long nowNanos) {
    quota.connecting(nowNanos);
  }

  /** The connection works: data came, or an acknowledgement and some lifetime. */
  void provenAlive() {
    ordinary.reset();
    upgradeRefused.reset();
    occupied.reset();
    approvalDead.reset();
    approvalRefused.reset();
    credentialsRefused.reset();
    reissued = false;
    provenAlive = true;
    failures = 0;
  }

  /** Counts the failure and gives the wait before the next attempt. */
  Duration waitAfter(Failure failure, long nowNanos) {
    FailureKind kind = failure.kind();
    failures++;
    Duration wait =
        switch (kind) {
          case CONNECTION_LOST -> provenAlive ? shortWait() : ordinary.next(random);
          case UNREACHABLE, SERVER_FAULT, APPROVAL_UNAVAILABLE -> ordinary.next(random);
          case UPGRADE_REFUSED -> upgradeRefused.next(random);
          case OCCUPIED -> occupied.next(random);
          case APPROVAL_DEAD -> reissued ? approvalDead.next(random) : Duration.ZERO;
          case APP_KEY_UNKNOWN, APP_KEY_REFUSED, PAUSED -> Duration.ZERO;
          case CREDENTIALS_REFUSED -> credentialsRefused.next(random);
          case APPROVAL_REFUSED -> approvalRefused.next(random);
          case FATAL ->
              throw new IllegalArgumentException("There is no wait after a fatal failure.");
        };
    reissued |= kind == FailureKind.APPROVAL_DEAD || kind == FailureKind.APP_KEY_UNKNOWN;
    provenAlive = false;
    return longest(wait, Backoff.jittered(failure.atLeast(), random), waitForQuota(nowNanos));
  }

  /** How long a connection has to wait for which nothing went wrong. */
  Duration waitForQuota(long nowNanos) {
    return Backoff.jittered(quota.untilAllowed(nowNanos), random);
  }

  /** Whether no other approval key of the same app key can help. */
  boolean isAppKeyRefused(FailureKind kind) {
    return kind == FailureKind.APP_KEY_REFUSED || (kind == FailureKind.APP_KEY_UNKNOWN && reissued);
  }

  /** Failures since the last proof of life. */
  long failures() {
    return failures;
  }

  private Duration shortWait() {
    long spread = DROP_MOST.minus(DROP_LEAST).toNanos();
    return DROP_LEAST.plusNanos((long) (spread * random.nextDouble()));
  }

  private static Duration longest(Duration... waits) {
    return Collections.max(Arrays.asList(waits));
  }
}
