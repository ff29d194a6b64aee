package io.github.kisconnect.transport;

import io.github.kisconnect.session.ApprovalSource;
import io.github.kisconnect.session.Transport;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lends the resources that all tasks of this worker share. They come into being with the first
 * lease and go a while after the last: when a connector is configured anew all its tasks stop
 * before the first one starts, and would else have to get every approval key again, one a second.
 * Any thread.
 */
public final class SharedResources {

  /** The only static state of the connector: the worker gives its tasks nothing in common. */
  private static final SharedResources OF_THIS_WORKER = new SharedResources(Duration.ofMinutes(1));

  private final Duration linger;
  private Resources resources;
  private int leases;
  private long timesUnused;

  /**
   * @param linger how long the resources outlive the last lease
   */
  SharedResources(Duration linger) {
    this.linger = linger;
  }

  /** A share in the resources. The first one starts threads, but none does any network. */
  public static Lease acquire() {
    return OF_THIS_WORKER.lend();
  }

  synchronized Lease lend() {
    if (resources == null) {
      resources = new Resources();
    }
    leases++;
    return new Lease(this, resources);
  }

  private synchronized void takeBack() {
    leases--;
    if (leases == 0) {
      long time = ++timesUnused;
      resources.after(linger, () -> closeUnlessUsedSince(time));
    }
  }

  private synchronized void closeUnlessUsedSince(long time) {
    if (leases == 0 && timesUnused == time) {
      resources.close();
      resources = null;
    }
  }

  /** What one task holds. Give it back after closing the connections made with it. */
  public static final class Lease implements AutoCloseable {

    private final SharedResources lender;
    private final Resources resources;
    private final AtomicBoolean returned = new AtomicBoolean();

    private Lease(SharedResources lender, Resources resources) {
      this.lender = lender;
      this.resources = resources;
    }

    /** WebSocket connections. */
    public Transport transport() {
      return resources.transport();
    }

    /** Approval keys of this KIS REST host; tasks with the same URL share them. */
    public ApprovalSource approvals(URI restUrl) {
      return resources.approvals(restUrl);
    }

    /** Gives the share back; repeatable. */
    @Override
    public void close() {
      if (returned.compareAndSet(false, true)) {
        lender.takeBack();
      }
    }
  }
}
