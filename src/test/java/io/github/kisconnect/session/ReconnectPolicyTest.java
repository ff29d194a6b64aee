package io.github.kisconnect.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/**
 * Waits between attempts: bounded, jittered, and never shorter than the class of failure allows.
 */
class ReconnectPolicyTest {

  private static final List<FailureKind> NOT_FATAL =
      Stream.of(FailureKind.values()).filter(kind -> kind != FailureKind.FATAL).toList();
  private static final RandomGenerator NO_JITTER = () -> 0L;

  @Test
  void staysSaneAfterTenThousandFailuresOfEachKind() {
    for (FailureKind kind : NOT_FATAL) {
      ReconnectPolicy policy = policy(new Random(kind.name().hashCode()));
      long now = 0;
      long connections = 0;
      for (int i = 0; i < 10_000; i++) {
        policy.connecting(now);
        connections++;
        Duration wait = policy.waitAfter(new Failure(kind, "scripted"), now);
        assertThat(wait).isBetween(Duration.ZERO, Duration.ofSeconds(375));
        now += wait.toNanos();
        assertThat(connections)
            .isLessThanOrEqualTo(
                ReconnectPolicy.QUOTA_BURST + now / ReconnectPolicy.QUOTA_INTERVAL.toNanos());
      }
      assertThat(policy.failures()).isEqualTo(10_000);
    }
  }

  @Property(tries = 100)
  void neverWaitsLessThanTheClassOfFailureAllows(@ForAll long seed) {
    Random random = new Random(seed);
    ReconnectPolicy policy = policy(random);
    long now = 0;
    for (int i = 0; i < 200; i++) {
      FailureKind kind = NOT_FATAL.get(random.nextInt(NOT_FATAL.size()));
      Duration wait = policy.waitAfter(new Failure(kind, "scripted"), now);
      assertThat(wait).isGreaterThanOrEqualTo(least(kind));
      now += wait.toNanos();
      if (random.nextInt(20) == 0) {
        policy.provenAlive();
      }
    }
  }

  @Test
  void capsBeforeItMultiplies() {
    Backoff backoff = new Backoff(Duration.ofNanos(Long.MAX_VALUE / 4), Duration.ofDays(100_000));

    for (int i = 0; i < 100; i++) {
      assertThat(backoff.next(NO_JITTER))
          .isPositive()
          .isLessThanOrEqualTo(Duration.ofDays(100_000));
    }
  }

  @Test
  void jittersByAQuarterAtMost() {
    Random random = new Random(7);
    List<Duration> waits =
        random
            .ints(1_000)
            .mapToObj(
                i -> new Backoff(Duration.ofSeconds(90), Duration.ofSeconds(300)).next(random))
            .toList();

    assertThat(waits)
        .allSatisfy(
            wait -> assertThat(wait).isBetween(Duration.ofSeconds(90), Duration.ofMillis(112_500)));
    assertThat(waits.stream().distinct().count()).isGreaterThan(900);
  }

  @Test
  void countsEachClassOfFailureOnItsOwn() {
    ReconnectPolicy policy = policy(NO_JITTER);

    assertThat(wait(policy, FailureKind.OCCUPIED)).isEqualTo(Duration.ofSeconds(90));
    assertThat(wait(policy, FailureKind.UNREACHABLE)).isEqualTo(Duration.ofSeconds(1));
    assertThat(wait(policy, FailureKind.OCCUPIED)).isEqualTo(Duration.ofMinutes(3));
    policy.provenAlive();
    assertThat(wait(policy, FailureKind.OCCUPIED)).isEqualTo(Duration.ofSeconds(90));
  }

  @Test
  void allowsABurstOfConnectionsAndThenOnePerInterval() {
    ConnectionQuota quota = new ConnectionQuota(3, Duration.ofSeconds(30));
    for (int i = 0; i < 3; i++) {
      assertThat(quota.untilAllowed(0)).isZero();
      quota.connecting(0);
    }

    assertThat(quota.untilAllowed(0)).isEqualTo(Duration.ofSeconds(30));
    assertThat(quota.untilAllowed(Duration.ofSeconds(29).toNanos()))
        .isEqualTo(Duration.ofSeconds(1));
    assertThat(quota.untilAllowed(Duration.ofSeconds(30).toNanos())).isZero();
  }

  private static ReconnectPolicy policy(RandomGenerator random) {
    return new ReconnectPolicy(Duration.ofSeconds(1), Duration.ofMinutes(5), random);
  }

  private static Duration wait(ReconnectPolicy policy, FailureKind kind) {
    return policy.waitAfter(new Failure(kind, "scripted"), 0);
  }

  private static Duration least(FailureKind kind) {
    return switch (kind) {
      case UNREACHABLE, CONNECTION_LOST, SERVER_FAULT, APPROVAL_UNAVAILABLE ->
          Duration.ofSeconds(1);
      case UPGRADE_REFUSED, CREDENTIALS_REFUSED -> Duration.ofSeconds(5);
      case OCCUPIED -> Duration.ofSeconds(90);
      case APPROVAL_REFUSED -> Duration.ofSeconds(60);
      case APPROVAL_DEAD, APP_KEY_UNKNOWN, APP_KEY_REFUSED, PAUSED, FATAL -> Duration.ZERO;
    };
  }
}
