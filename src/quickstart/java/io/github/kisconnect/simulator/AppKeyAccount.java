package io.github.kisconnect.simulator;

import java.time.Duration;
import java.util.UUID;
import java.util.function.LongSupplier;

/** One app key: its latest approval key and the one session it may have. Event loop only. */
final class AppKeyAccount {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final String appKey;
  private final String secret;
  private final LongSupplier nanoTime;

  private String approvalKey;
  private long issuedAt;
  private SimulatedSession holder;
  private long occupiedUntil;

  AppKeyAccount(String appKey, String secret, LongSupplier nanoTime) {
    this.appKey = appKey;
    this.secret = secret;
    this.nanoTime = nanoTime;
    this.occupiedUntil = nanoTime.getAsLong();
  }

  String appKey() {
    return appKey;
  }

  boolean hasSecret(String candidate) {
    return secret.equals(candidate);
  }

  boolean hasApproval(String candidate) {
    return candidate.equals(approvalKey);
  }

  boolean issuedWithinLastSecond() {
    return approvalKey != null && nanoTime.getAsLong() - issuedAt < SECOND;
  }

  /** A new approval key; the one before is dead from now on. */
  String issueApproval() {
    approvalKey = UUID.randomUUID().toString();
    issuedAt = nanoTime.getAsLong();
    return approvalKey;
  }

  void revokeApproval() {
    approvalKey = null;
  }

  /** Takes the slot for a session, or tells that it is taken. */
  boolean claim(SimulatedSession session) {
    if (holder == session) {
      return true;
    }
    if (holder != null || nanoTime.getAsLong() - occupiedUntil < 0) {
      return false;
    }
    holder = session;
    return true;
  }

  /** Gives the slot back; it stays occupied for a while. */
  void release(SimulatedSession session, Duration occupied) {
    if (holder == session) {
      holder = null;
      occupy(occupied);
    }
  }

  void occupy(Duration duration) {
    occupiedUntil = nanoTime.getAsLong() + duration.toNanos();
  }

  @Override
  public String toString() {
    return "AppKeyAccount[hidden]";
  }
}
