package io.github.kisconnect.bench.endtoend;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How the worker's processor time divides. Threads are measured exactly; the task thread, on which
 * connector, converter and Connect take turns, is divided by its stack samples.
 */
enum Share {
  /** The connector's own threads: from the socket to the queue. */
  RECEIVING("connector receiving"),
  /** The connector's part of the task thread: from the queue to source records. */
  POLLING("connector polling"),
  /** Connect data to bytes. */
  CONVERTER("converter"),
  /** Connect's runtime and the producer, its network thread included. */
  CONNECT("Connect and producer"),
  /** Garbage collection, compilation, REST, the worker's group: everything else. */
  REST("JVM and rest");

  private static final String TASK_THREAD = "task-thread-";
  private static final String PRODUCER_THREAD = "kafka-producer-network-thread | connector-";

  private final String label;

  Share(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  /** Whom a stack of the task thread belongs to; classes innermost first. */
  static String ofStack(List<String> classes) {
    if (classes.stream().anyMatch(name -> name.startsWith("io.confluent."))) {
      return CONVERTER.name();
    }
    return classes.stream().anyMatch(name -> name.startsWith("io.github.kisconnect."))
        ? POLLING.name()
        : CONNECT.name();
  }

  static String taskThread(String connector) {
    return TASK_THREAD + connector;
  }

  /**
   * Divides processor time.
   *
   * @param process nanoseconds of the whole process
   * @param threads nanoseconds by thread name
   * @param samples of the task threads, by {@link #ofStack}
   */
  static Map<Share, Double> divide(
      String connector, double process, Map<String, Long> threads, Map<String, Long> samples) {
    double task = sum(threads, name -> name.startsWith(taskThread(connector)));
    double all = samples.values().stream().mapToLong(Long::longValue).sum();
    Map<Share, Double> nanos = new EnumMap<>(Share.class);
    for (Share share : List.of(POLLING, CONVERTER, CONNECT)) {
      nanos.put(share, all == 0 ? 0 : task * samples.getOrDefault(share.name(), 0L) / all);
    }
    nanos.put(RECEIVING, ofOwnThreads(threads));
    nanos.merge(CONNECT, sum(threads, name -> name.startsWith(PRODUCER_THREAD)), Double::sum);
    double known = nanos.values().stream().mapToDouble(Double::doubleValue).sum();
    nanos.put(REST, process - known);
    return nanos;
  }

  /** Nanoseconds of the connector's own threads. */
  static double ofOwnThreads(Map<String, Long> threads) {
    return sum(threads, Share::isOwn);
  }

  /** Nanoseconds of the connector's own threads and its task threads together. */
  static double ofConnectorThreads(String connector, Map<String, Long> threads) {
    return sum(threads, name -> isOwn(name) || name.startsWith(taskThread(connector)));
  }

  private static boolean isOwn(String thread) {
    return thread.startsWith("kis-");
  }

  private static double sum(Map<String, Long> threads, Predicate<String> which) {
    return threads.entrySet().stream()
        .filter(entry -> which.test(entry.getKey()))
        .collect(Collectors.summingLong(Map.Entry::getValue));
  }
}
