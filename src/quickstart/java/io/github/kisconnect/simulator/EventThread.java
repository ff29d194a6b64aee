package io.github.kisconnect.simulator;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work for the event loop, from whatever thread. */
final class EventThread {

  private static final Logger LOG = LoggerFactory.getLogger(EventThread.class);

  private final EventLoop loop;

  EventThread(EventLoop loop) {
    this.loop = loop;
  }

  /** Runs work and waits for its end. */
  void run(Runnable work) {
    if (loop.inEventLoop()) {
      work.run();
    } else {
      loop.submit(work).syncUninterruptibly();
    }
  }

  /** Runs work soon, without waiting for it. */
  void submit(Runnable work) {
    report(loop.submit(work));
  }

  void after(Duration delay, Runnable work) {
    report(loop.schedule(work, delay.toMillis(), TimeUnit.MILLISECONDS));
  }

  /** Runs work again and again; what is returned ends it. */
  Runnable every(Duration first, Duration period, Runnable work) {
    Future<?> schedule =
        loop.scheduleAtFixedRate(work, first.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    report(schedule);
    return () -> schedule.cancel(false);
  }

  private static void report(Future<?> scheduled) {
    scheduled.addListener(
        done -> {
          if (!done.isSuccess() && !done.isCancelled()) {
            LOG.error("The simulator has a fault of its own.", done.cause());
          }
        });
  }
}
