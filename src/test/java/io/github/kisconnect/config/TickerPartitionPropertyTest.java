package io.github.kisconnect.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every way of dealing tickers out. */
class TickerPartitionPropertyTest {

  @Provide
  Arbitrary<List<String>> tickers() {
    return Arbitraries.strings().numeric().ofLength(6).list().uniqueElements().ofMaxSize(100);
  }

  private static List<List<String>> partition(List<String> tickers, int tasks) {
    return IntStream.range(0, tasks)
        .mapToObj(task -> TickerPartition.of(tickers, tasks, task))
        .toList();
  }

  @Property(tries = 200)
  void everyTickerGoesToExactlyOneTask(
      @ForAll("tickers") List<String> tickers, @ForAll @IntRange(min = 1, max = 50) int tasks) {
    assertThat(partition(tickers, tasks).stream().flatMap(List::stream))
        .containsExactlyInAnyOrderElementsOf(tickers);
  }

  @Property(tries = 200)
  void theNumbersOfTwoTasksDifferByOneAtMost(
      @ForAll("tickers") List<String> tickers, @ForAll @IntRange(min = 1, max = 50) int tasks) {
    int least = tickers.size() / tasks;
    int most = (tickers.size() + tasks - 1) / tasks;

    assertThat(partition(tickers, tasks))
        .extracting(List::size)
        .allMatch(n -> n == least || n == most);
  }

  @Property(tries = 200)
  void everyTaskKeepsTheOrderOfTheList(
      @ForAll("tickers") List<String> tickers, @ForAll @IntRange(min = 1, max = 50) int tasks) {
    assertThat(partition(tickers, tasks))
        .allSatisfy(
            part -> assertThat(part).isEqualTo(tickers.stream().filter(part::contains).toList()));
  }

  @Property(tries = 200)
  void anAppendedTickerMovesNoOther(
      @ForAll("tickers") List<String> tickers, @ForAll @IntRange(min = 1, max = 50) int tasks) {
    List<String> longer = new ArrayList<>(tickers);
    longer.add("APPENDED");

    List<List<String>> after =
        partition(longer, tasks).stream()
            .map(part -> part.stream().filter(tickers::contains).toList())
            .toList();

    assertThat(after).isEqualTo(partition(tickers, tasks));
  }

  @Property(tries = 200)
  void anInsertedTickerMovesOnlyThoseAfterIt(
      @ForAll("tickers") List<String> tickers,
      @ForAll @IntRange(min = 1, max = 50) int tasks,
      @ForAll @IntRange(max = 100) int position) {
    int at = Math.min(position, tickers.size());
    List<String> longer = new ArrayList<>(tickers);
    longer.add(at, "INSERTED");
    List<String> unmoved = tickers.subList(0, at);

    for (int task = 0; task < tasks; task++) {
      assertThat(
              TickerPartition.of(longer, tasks, task).stream().filter(unmoved::contains).toList())
          .isEqualTo(TickerPartition.of(unmoved, tasks, task));
    }
  }

  @Example
  void refusesATaskThatDoesNotExist() {
    List<String> tickers = List.of("005930");

    assertThatThrownBy(() -> TickerPartition.of(tickers, 2, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("There is no task 2 of 2.");
    assertThatThrownBy(() -> TickerPartition.of(tickers, 2, -1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> TickerPartition.of(tickers, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
