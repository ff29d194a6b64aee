package io.github.kisconnect.transport;

import io.github.kisconnect.session.ApprovalSource;
import io.github.kisconnect.session.TimeSource;
import io.github.kisconnect.session.Transport;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;

/**
 * What the tasks of one worker share: threads, timer, Tyrus client, HTTP client and approval keys.
 *
 * <p>After {@link #close} threads end as soon as they have nothing to do; connections that are
 * still closing come to their end. The HTTP client of Java 17 cannot be closed: its selector
 * thread, a daemon, ends when the client is no longer referenced and the garbage collector has seen
 * it.
 */
final class Resources implements AutoCloseable {

  private static final Duration APPROVAL_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration APPROVAL_TIME_TO_LIVE = Duration.ofHours(12);
  private static final Duration APPROVAL_SPACING = Duration.ofSeconds(1);
  private static final int IDLE_THREAD_SECONDS = 10;

  private final ExecutorService pool =
      new ThreadPoolExecutor(
          0,
          Integer.MAX_VALUE,
          IDLE_THREAD_SECONDS,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          new NamedThreads("kis-io"));

  private final Executor threads = new ContextExecutor(pool);
  private final Timer timer = new Timer();
  private final TimeSource time = new SystemTime();
  private final HttpClient http = ApprovalClient.httpClient(threads);
  private final Transport transport =
      new TyrusTransport(threads, timer, (SSLSocketFactory) SSLSocketFactory.getDefault());
  private final Map<URI, ApprovalSource> approvals = new ConcurrentHashMap<>();

  Transport transport() {
    return transport;
  }

  ApprovalSource approvals(URI restUrl) {
    return approvals.computeIfAbsent(
        restUrl,
        url ->
            new ApprovalKeys(
                new ApprovalClient(http, threads, timer, url, APPROVAL_TIMEOUT),
                threads,
                timer,
                time,
                APPROVAL_TIME_TO_LIVE,
                APPROVAL_SPACING));
  }

  void after(Duration delay, Runnable task) {
    var unused = timer.after(delay, task);
  }

  @Override
  public void close() {
    pool.shutdown();
    timer.stop();
  }
}
