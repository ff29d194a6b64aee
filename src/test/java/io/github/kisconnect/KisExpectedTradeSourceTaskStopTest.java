package io.github.kisconnect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kisconnect.simulator.Fault;
import io.github.kisconnect.simulator.KisSimulator;
import io.github.kisconnect.simulator.Rate;
import io.github.kisconnect.simulator.SimulatorEvent.Kind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.source.SourceRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Stopping, in whatever state the session is: soon, cleanly, and as often as anybody likes. */
class KisExpectedTradeSourceTaskStopTest {

  private static final Duration PROMISE = Duration.ofSeconds(3);

  /** Where the peer answers, or there is none, nothing is waited for in full. */
  private static final Duration ANSWERED = Duration.ofSeconds(2);

  /** No promise: stopping what is stopped waits for nothing. */
  private static final Duration AT_ONCE = Duration.ofSeconds(1);

  private static final Duration LONG = Duration.ofSeconds(60);

  private final ExecutorService otherThread = Executors.newSingleThreadExecutor();
  private KisSimulator simulator;
  private TaskUnderTest task;

  @BeforeEach
  void prepares() {
    simulator = KisSimulator.builder().pingPong(Duration.ZERO).start();
    task = new TaskUnderTest(simulator, "stop");
  }

  @AfterEach
  void closes() {
    otherThread.shutdownNow();
    task.close();
    simulator.close();
  }

  @ParameterizedTest
  @EnumSource
  void stopsWithinThreeSecondsAndLeavesNoSession(Situation situation) throws Exception {
    situation.bringAbout(simulator, task);

    final Duration taken = task.stop();

    assertThat(taken).isLessThan(situation == Situation.HALF_OPEN ? PROMISE : ANSWERED);
    if (situation != Situation.HALF_OPEN) {
      assertThat(simulator.sessions()).isEmpty();
      assertThat(simulator.journal().events(Kind.CLOSED_UNCLEANLY)).isEmpty();
      assertThat(simulator.journal().events(Kind.CLOSED_CLEANLY))
          .hasSameSizeAs(simulator.journal().events(Kind.SESSION_OPENED));
    }
    assertThat(task.stop()).isLessThan(AT_ONCE);
    assertThat(task.poll()).isEmpty();
  }

  @Test
  void stopsWithoutAStart() {
    assertThat(task.stop()).isLessThan(AT_ONCE);
  }

  @Test
  void stopsAfterAStartThatFailed() {
    task.with("kis.tickers", "wrong!");
    assertThatThrownBy(task::start).isInstanceOf(ConfigException.class);

    assertThat(task.stop()).isLessThan(AT_ONCE);
  }

  @Test
  void endsAPollThatIsUnderWay() throws Exception {
    task.with("poll.timeout.ms", "1000").startSubscribed();
    final AtomicReference<Thread> poller = new AtomicReference<>();
    final Future<List<SourceRecord>> poll =
        otherThread.submit(
            () -> {
              poller.set(Thread.currentThread());
              return task.poll();
            });
    Awaitility.await()
        .until(poller::get, it -> it != null && it.getState() == Thread.State.TIMED_WAITING);

    assertThat(task.stop()).isLessThan(PROMISE);

    assertThat(poll.get(500, TimeUnit.MILLISECONDS)).isEmpty();
  }

  @Test
  void canBeStoppedByTwoThreadsAtOnce() throws Exception {
    task.startSubscribed();

    final Future<Duration> other = otherThread.submit(task::stop);
    task.stop();

    other.get(3, TimeUnit.SECONDS);
    assertThat(simulator.journal().events(Kind.CLOSED_CLEANLY)).hasSize(1);
  }

  /** Where a session may stand when the worker stops its task. */
  private enum Situation {
    JUST_STARTED {
      @Override
      void bringAbout(KisSimulator simulator, TaskUnderTest task) {
        task.start();
      }
    },
    SLOW_APPROVAL {
      @Override
      void bringAbout(KisSimulator simulator, TaskUnderTest task) throws InterruptedException {
        simulator.inject(new Fault.DelayApproval(LONG));
        task.start().await("APPROVING");
      }
    },
    SILENT_UPGRADE {
      @Override
      void bringAbout(KisSimulator simulator, TaskUnderTest task) throws InterruptedException {
        simulator.inject(new Fault.SilentUpgrade());
        task.start().await("CONNECTING");
      }
    },
    GARBAGE_UPGRADE {
      @Override
      void bringAbout(KisSimulator simulator, TaskUnderTest task) throws InterruptedException {
        simulator.inject(new Fault.GarbageUpgrade());
        task.start().await("BACKING_OFF");
      }
    },
    UPGRADE_REFUSED {
      @Override
      void bringAbout(KisSimulator simulator, TaskUnderTest task) throws InterruptedException {
        simulator.inject(new Fault.RefuseUpgrade(503));
        task.start().await("BACKING_OFF");
      }
    },
    NO_ACKNOWLEDGEMENTS {
      @Override
      void bringAbout(KisSimulator simulator, TaskUnderTest task) throws InterruptedException {
        simulator.inject(new Fault.NoAck(null), 10);
        task.start().await("SUBSCRIBING");
        simulator.awaitSubscribed(List.of("005930"), TaskUnderTest.LIMIT);
      }
    },
    QUIET {
      @Override
      void bringAbout(KisSimulator simulator, TaskUnderTest task) throws InterruptedException {
        task.startSubscribed();
      }
    },
    LIVE {
      @Override
      void bringAbout(KisSimulator simulator, TaskUnderTest task) throws InterruptedException {
        task.startSubscribed();
        simulator.rate(Rate.total(1000));
        task.await("LIVE");
      }
    },
    QUEUE_FULL_AND_READER_BLOCKED {
      @Override
      void bringAbout(KisSimulator simulator, TaskUnderTest task) throws InterruptedException {
        task.with("queue.overflow.policy", "block")
            .with("queue.block.timeout.ms", "60000")
            .with("queue.capacity", "1")
            .startSubscribed();
        simulator.sendRecords("005930", 50);
        task.await("LIVE");
      }
    },
    HALF_OPEN {
      @Override
      void bringAbout(KisSimulator simulator, TaskUnderTest task) throws InterruptedException {
        task.startSubscribed();
        simulator.inject(new Fault.HalfOpen(LONG));
      }
    },
    OCCUPIED {
      @Override
      void bringAbout(KisSimulator simulator, TaskUnderTest task) throws InterruptedException {
        simulator.occupy(LONG);
        task.start().await("OCCUPIED");
      }
    },
    SUSPENDED {
      @Override
      void bringAbout(KisSimulator simulator, TaskUnderTest task) throws InterruptedException {
        task.with("poll.pause.close.ms", "2000").startSubscribed().await("SUSPENDED");
      }
    },
    FAILED {
      @Override
      void bringAbout(KisSimulator simulator, TaskUnderTest task) throws InterruptedException {
        simulator.inject(new Fault.Answer("OPSP8998", null));
        task.start().await("FAILED");
      }
    };

    abstract void bringAbout(KisSimulator simulator, TaskUnderTest task)
        throws InterruptedException;
  }
}
