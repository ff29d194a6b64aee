package io.github.kisconnect.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.kisconnect.session.Transport;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the tasks of a worker share, and for how long. */
class SharedResourcesTest {

  private static final URI REST_URL = URI.create("http://localhost:1");

  @Test
  void leasesShareEverything() {
    try (SharedResources.Lease first = SharedResources.acquire();
        SharedResources.Lease second = SharedResources.acquire()) {
      assertThat(second.transport()).isSameAs(first.transport());
      assertThat(second.approvals(REST_URL)).isSameAs(first.approvals(REST_URL));
      assertThat(second.approvals(URI.create("http://localhost:2")))
          .isNotSameAs(first.approvals(REST_URL));
    }
  }

  @Test
  void theLastLeaseEndsWhatTheFirstBegan() throws Exception {
    SharedResources resources = new SharedResources(Duration.ofMillis(1));
    SharedResources.Lease first = resources.lend();
    SharedResources.Lease second = resources.lend();
    Transport shared = first.transport();
    first.close();
    first.close();
    try (RawServer server = new RawServer(peer -> peer.upgrade().acknowledgeClose())) {
      RecordingListener listener = new RecordingListener();
      Transport.Connection connection =
          second.transport().connect(server.uri(), Duration.ofSeconds(30), listener);
      listener.awaitOpened();
      connection.close(Duration.ofSeconds(30));
      assertThat(listener.awaitClosed().acknowledged()).isTrue();
    }
    second.close();
    await().until(() -> transportOfALaterLease(resources) != shared);
  }

  private static Transport transportOfALaterLease(SharedResources resources) {
    try (SharedResources.Lease later = resources.lend()) {
      return later.transport();
    }
  }

  @Test
  void theResourcesEndWithTheirThreads() {
    Set<Thread> before = threads();
    SharedResources resources = new SharedResources(Duration.ofMillis(1));
    resources.lend().close();
    await().until(() -> before.containsAll(threads()));
  }

  @Test
  void whoComesBackSoonFindsEverythingAsItWas() {
    SharedResources resources = new SharedResources(Duration.ofHours(1));
    SharedResources.Lease first = resources.lend();
    Transport shared = first.transport();
    first.close();
    try (SharedResources.Lease later = resources.lend()) {
      assertThat(later.transport()).isSameAs(shared);
    }
  }

  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(
            thread ->
                thread.getName().startsWith("kis-io") || thread.getName().startsWith("kis-timer"))
        .collect(Collectors.toSet());
  }

  @Test
  void concurrentLeasesShareOneSet() throws Exception {
    ExecutorService tasks = Executors.newFixedThreadPool(8);
    Set<Transport> transports = ConcurrentHashMap.newKeySet();
    SharedResources shared = new SharedResources(Duration.ofHours(1));
    try {
      Callable<Boolean> lease =
          () -> {
            try (SharedResources.Lease own = shared.lend()) {
              return transports.add(own.transport());
            }
          };
      List<Future<Boolean>> leases =
          tasks.invokeAll(Stream.generate(() -> lease).limit(500).toList());
      for (Future<Boolean> done : leases) {
        assertThat(done.get()).isNotNull();
      }
      assertThat(transports).hasSize(1);
    } finally {
      tasks.shutdownNow();
    }
  }
}
