package io.github.kisconnect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.gap.GapReason;
import io.github.kisconnect.session.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One line per reason and interval, however many holes there are. */
class LossLogTest {

  private final Lines lines = new Lines();
  private final Clock clock = new Clock();
  private final LossLog log = new LossLog(clock);

  @BeforeEach
  void listens() {
    Configurator.setLevel(LossLog.class.getName(), Level.WARN);
    lines.start();
    logger().addAppender(lines);
  }

  @AfterEach
  void stopsListening() {
    logger().removeAppender(lines);
    Configurator.setLevel(LossLog.class.getName(), Level.ERROR);
  }

  @Test
  void saysTheFirstHoleAtOnce() {
    log.note(List.of(Gaps.of("005930", GapReason.OVERFLOW)));

    assertThat(lines.texts)
        .singleElement()
        .asString()
        .contains("As made up.", "reason=OVERFLOW", "holes=1", "records_known_lost=3", "005930");
  }

  @Test
  void sumsUpWhatFollowsWithinTheInterval() {
    for (int i = 0; i < 1_900; i++) {
      log.note(List.of(Gaps.of("005930", GapReason.OVERFLOW)));
    }
    assertThat(lines.texts).hasSize(1);

    clock.pass(Duration.ofSeconds(10));
    log.note(List.of());

    assertThat(lines.texts).hasSize(2).last().asString().contains("holes=1899");
  }

  @Test
  void countsEachReasonByItself() {
    log.note(
        List.of(Gaps.of("005930", GapReason.OVERFLOW), Gaps.of("005930", GapReason.MALFORMED)));

    assertThat(lines.texts).hasSize(2);
  }

  @Test
  void saysNothingWhereThereIsNothingNew() {
    log.note(List.of(Gaps.of("005930", GapReason.PAUSE)));
    clock.pass(Duration.ofDays(1));

    log.note(List.of());

    assertThat(lines.texts).hasSize(1);
  }

  @Test
  void saysAtTheEndWhatHasWaitedForItsInterval() {
    log.note(List.of(Gaps.of("005930", GapReason.OVERFLOW)));
    log.note(List.of(Gaps.of("000660", GapReason.OVERFLOW)));
    assertThat(lines.texts).hasSize(1);

    log.close(List.of(Gaps.of("035420", GapReason.OVERFLOW)));

    assertThat(lines.texts).hasSize(2).last().asString().contains("holes=2", "035420");
  }

  @Test
  void saysNothingAtTheEndWhereAllIsSaid() {
    log.note(List.of(Gaps.of("005930", GapReason.OVERFLOW)));

    log.close(List.of());

    assertThat(lines.texts).hasSize(1);
  }

  private static Logger logger() {
    return (Logger) LogManager.getLogger(LossLog.class);
  }

  /** Stands until it is moved. */
  private static final class Clock implements TimeSource {
    private long nanos = -1;

    void pass(Duration span) {
      nanos += span.toNanos();
    }

    @Override
    public long nanoTime() {
      return nanos;
    }

    @Override
    public long epochMicros() {
      return nanos / 1_000;
    }
  }

  /** Keeps the text of each log event. */
  private static final class Lines extends AbstractAppender {
    private final List<String> texts = new ArrayList<>();

    Lines() {
      super("losses", null, null, true, Property.EMPTY_ARRAY);
    }

    @Override
    public void append(LogEvent event) {
      texts.add(event.getMessage().getFormattedMessage());
    }
  }
}
