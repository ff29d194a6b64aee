package io.github.kisconnect.consumers;

import io.github.kisconnect.quickstart.stack.AvroTopicReader;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Reads both topics from their beginning and prints the latest expected price by ticker, with the
 * holes that are known. Main thread.
 */
@Command(
    name = "latest-prices",
    mixinStandardHelpOptions = true,
    description = "Prints the latest expected price by ticker.")
public final class LatestPrices implements Callable<Integer> {

  private static final Duration POLL = Duration.ofMillis(500);

  private final PrintStream out;

  @Option(
      names = "--bootstrap-servers",
      defaultValue = "127.0.0.1:9092",
      description = "Kafka brokers; ${DEFAULT-VALUE} by default.")
  private String bootstrapServers;

  @Option(
      names = "--schema-registry",
      defaultValue = "http://127.0.0.1:8081/apis/ccompat/v7",
      description = "Base address of the schema registry; ${DEFAULT-VALUE} by default.")
  private String schemaRegistry;

  @Option(
      names = "--topic",
      defaultValue = "kis.expected-trade",
      description = "Topic of the expected executions; ${DEFAULT-VALUE} by default.")
  private String topic;

  @Option(
      names = "--gap-topic",
      defaultValue = "kis.expected-trade.gaps",
      description = "Topic of the holes; ${DEFAULT-VALUE} by default.")
  private String gapTopic;

  @Option(
      names = "--follow",
      description = "Goes on after the end of the topics, and prints what is new, until Ctrl-C.")
  private boolean follow;

  /** Prints there. */
  public LatestPrices(PrintStream out) {
    this.out = out;
  }

  /** Runs it in this JVM, which ends with an exit code where it fails. */
  public static void main(String[] arguments) {
    int exitCode = new CommandLine(new LatestPrices(System.out)).execute(arguments);
    if (exitCode != CommandLine.ExitCode.OK) {
      System.exit(exitCode);
    }
  }

  @Override
  public Integer call() {
    try (AvroTopicReader trades = reader(topic);
        AvroTopicReader gaps = reader(gapTopic)) {
      PriceBoard board = new PriceBoard();
      boolean caughtUp = false;
      while (follow || !caughtUp) {
        boolean news = take(trades, gaps, board);
        boolean end = trades.isAtEnd() && gaps.isAtEnd();
        if (end && (news || !caughtUp)) {
          out.println(PriceTable.render(board.lines()));
        }
        caughtUp = end;
      }
    }
    return CommandLine.ExitCode.OK;
  }

  /** The holes come after the trades, so that a hole is never missing beside a price behind it. */
  private static boolean take(AvroTopicReader trades, AvroTopicReader gaps, PriceBoard board) {
    long before = board.taken();
    trades.poll(POLL).forEach(board::trade);
    gaps.poll(POLL).forEach(board::gap);
    return board.taken() > before;
  }

  private AvroTopicReader reader(String name) {
    return new AvroTopicReader(bootstrapServers, schemaRegistry, name);
  }
}
