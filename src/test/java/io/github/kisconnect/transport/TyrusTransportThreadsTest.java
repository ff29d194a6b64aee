package io.github.kisconnect.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.kisconnect.session.Transport.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** How many threads connections need, and who waits for whom. */
class TyrusTransportThreadsTest {

  private static final Duration PATIENT = Duration.ofSeconds(30);

  private final Set<Thread> others = live();
  private final Resources resources = new Resources();

  @AfterEach
  void closeResources() {
    resources.close();
  }

  /** Those of other resources, which linger after their last lease, do not count. */
  private long threads(String prefix) {
    return live().stream()
        .filter(thread -> !others.contains(thread) && thread.getName().startsWith(prefix))
        .count();
  }

  private static Set<Thread> live() {
    return Thread.getAllStackTraces().keySet();
  }

  private void awaitNoThreads() {
    await().untilAsserted(() -> assertThat(threads("kis-")).isZero());
  }

  @Test
  void twentyConnectionsNeedOneThreadEachAndShareTheRest() throws Exception {
    try (RawServer server = new RawServer(peer -> peer.upgrade().acknowledgeClose())) {
      List<RecordingListener> listeners = new ArrayList<>();
      List<Connection> connections = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        RecordingListener listener = new RecordingListener();
        listeners.add(listener);
        connections.add(resources.transport().connect(server.uri(), PATIENT, listener));
      }
      listeners.forEach(RecordingListener::awaitOpened);
      assertThat(threads("kis-io")).isEqualTo(20);
      assertThat(threads("kis-timer")).isEqualTo(1);
      assertThat(threads("tyrus") + threads(" tyrus")).isZero();
      connections.forEach(connection -> connection.close(PATIENT));
      listeners.forEach(listener -> assertThat(listener.awaitClosed().acknowledged()).isTrue());
    }
    resources.close();
    awaitNoThreads();
  }

  @Test
  void manyConnectionsOneAfterTheOtherLeaveNothingBehind() throws Exception {
    try (RawServer server = new RawServer(peer -> peer.upgrade().acknowledgeClose())) {
      for (int i = 0; i < 200; i++) {
        RecordingListener listener = new RecordingListener();
        Connection connection = resources.transport().connect(server.uri(), PATIENT, listener);
        listener.awaitOpened();
        connection.close(PATIENT);
        assertThat(listener.awaitClosed().acknowledged()).isTrue();
      }
      assertThat(threads("kis-")).isLessThan(20);
      assertThat(threads("tyrus") + threads(" tyrus")).isZero();
    }
    resources.close();
    awaitNoThreads();
  }

  @Test
  void aBlockedListenerHoldsUpNobodyElse() throws Exception {
    CountDownLatch blocked = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    RecordingListener blocking =
        new RecordingListener() {
          @Override
          public void message(byte[] bytes) {
            blocked.countDown();
            try {
              release.await();
            } catch (InterruptedException e) {
              throw new AssertionError(e);
            }
          }
        };
    RecordingListener free = new RecordingListener();
    try (RawServer server = new RawServer(peer -> peer.upgrade().text("tick").acknowledgeClose())) {
      Connection held = resources.transport().connect(server.uri(), PATIENT, blocking);
      assertThat(blocked.await(PATIENT.toSeconds(), TimeUnit.SECONDS)).isTrue();
      Connection other = resources.transport().connect(server.uri(), PATIENT, free);
      free.awaitOpened();
      assertThat(free.nextMessage()).asString().isEqualTo("tick");
      other.close(PATIENT);
      assertThat(free.awaitClosed().acknowledged()).isTrue();
      held.close(PATIENT);
      release.countDown();
      blocking.awaitOpened();
      assertThat(blocking.awaitClosed().acknowledged()).isTrue();
    }
  }

  @Test
  void carriesTheLoggingContextOfTheTask() throws Exception {
    CountDownLatch seen = new CountDownLatch(1);
    RecordingListener listener =
        new RecordingListener() {
          @Override
          public void message(byte[] bytes) {
            if (Map.of("connector.context", "[kis|task-0] ").equals(MDC.getCopyOfContextMap())) {
              seen.countDown();
            }
          }
        };
    try (RawServer server = new RawServer(peer -> peer.upgrade().text("tick").awaitEnd());
        MDC.MDCCloseable context = MDC.putCloseable("connector.context", "[kis|task-0] ")) {
      assertThat(context).isNotNull();
      resources.transport().connect(server.uri(), PATIENT, listener);
      await().untilAsserted(() -> assertThat(seen.getCount()).isZero());
    }
  }
}
