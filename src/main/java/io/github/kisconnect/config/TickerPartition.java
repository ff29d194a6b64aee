package io.github.kisconnect.config;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Deals tickers out to tasks in turn. Every ticker goes to exactly one task, the numbers of two
 * tasks differ by one at most, and a task keeps the order of the list. A ticker that is appended to
 * the list moves no other; one that is inserted or removed moves only those after it. Pure.
 */
public final class TickerPartition {

  private TickerPartition() {}

  /**
   * The tickers of one task.
   *
   * @param taskCount number of tasks, 1 or more
   * @param taskIndex which task, from 0 to {@code taskCount - 1}
   */
  public static List<String> of(List<String> tickers, int taskCount, int taskIndex) {
    if (taskIndex < 0 || taskIndex >= taskCount) {
      throw new IllegalArgumentException(
          "There is no task " + taskIndex + " of " + taskCount + ".");
    }
    return IntStream.range(0, tickers.size())
        .filter(position -> position % taskCount == taskIndex)
        .mapToObj(tickers::get)
        .toList();
  }
}
