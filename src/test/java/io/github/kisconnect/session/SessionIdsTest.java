package io.github.kisconnect.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Ids sort by age and do not repeat, not even at the same moment. */
class SessionIdsTest {

  @Test
  void sortByAge() {
    Random random = new Random(1);
    String older = SessionIds.next(VirtualTime.EPOCH_MICROS, random);
    String newer = SessionIds.next(VirtualTime.EPOCH_MICROS + 1, random);

    assertThat(older).isLessThan(newer).matches("[0-9a-z]{10}-[0-9a-z]{4}");
  }

  @Test
  void differAtTheSameMoment() {
    Random random = new Random(1);
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < 50; i++) {
      ids.add(SessionIds.next(VirtualTime.EPOCH_MICROS, random));
    }

    assertThat(ids).hasSize(50);
  }
}
