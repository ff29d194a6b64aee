package io.github.kisconnect.bench.gauge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What threads took between two readings. */
class ThreadTimesTest {

  @Test
  void countsFromTheEarlierReadingAndAThreadThatIsNewFromItsBegin() {
    ThreadTimes earlier = new ThreadTimes(Map.of("io", 10L, "gone", 5L), Map.of("io", 4L));
    ThreadTimes now = new ThreadTimes(Map.of("io", 30L, "new", 7L), Map.of("io", 9L, "new", 1L));

    assertThat(now.since(earlier))
        .isEqualTo(new ThreadTimes(Map.of("io", 20L, "new", 7L), Map.of("io", 5L, "new", 1L)));
  }
}
