package io.github.kisconnect.bench.market;

import io.github.kisconnect.bench.endtoend.Rig;
import io.github.kisconnect.bench.figure.Figures;
import io.github.kisconnect.quickstart.stack.BuildOutput;
import io.github.kisconnect.quickstart.stack.LocalStack;
import io.github.kisconnect.quickstart.stack.LocalStackBuilder;
import io.github.kisconnect.simulator.Load;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command of the benchmark: {@code mvn -Pbench-market}. */
@Command(
    name = "bench-market",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description =
        "Subscribes a whole market on one worker, carries its load, and starts and stops it in"
            + " every way, with simulator, worker, registry, broker and consumer in JVMs of their"
            + " own.")
public final class WholeMarket implements Callable<Integer> {

  private static final List<String> WORKER_JVM =
      List.of("-Xmx1g", "-XX:-UseSerialGC", "-XX:+UseG1GC", "-XX:MaxGCPauseMillis=20");

  @Option(names = "--tickers", defaultValue = "2700")
  private int tickers;

  @Option(names = "--sessions", defaultValue = "68", description = "App keys, which is tasks.")
  private int sessions;

  @Option(names = "--rate", defaultValue = "5000", description = "Records per second, in all.")
  private double rate;

  @Option(names = "--minutes", defaultValue = "2", description = "How long the load lasts.")
  private double minutes;

  @Option(names = "--records-per-frame", defaultValue = "1")
  private int recordsPerFrame;

  @Option(
      names = "--linger-ms",
      defaultValue = "0",
      description = "The producers' linger.ms: how long a record may wait for others.")
  private int lingerMillis;

  @Option(
      names = "--partitions",
      defaultValue = "" + Rig.PARTITIONS,
      description = "Of the topic of trades.")
  private int partitions;

  @Option(
      names = "--warm-up-seconds",
      defaultValue = "60",
      description = "Of the same load, uncounted.")
  private double warmUpSeconds;

  private final InstantSource clock;
  private final PrintStream out;

  WholeMarket(InstantSource clock, PrintStream out) {
    this.clock = clock;
    this.out = out;
  }

  /** Ends with 0 if every limit is kept. */
  public static void main(String[] arguments) {
    WholeMarket bench = new WholeMarket(InstantSource.system(), System.out);
    System.exit(new CommandLine(bench).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    Path directory = BuildOutput.fromSystemProperties().directory().resolve("bench");
    LocalStackBuilder builder =
        LocalStack.in(directory.resolve("market"))
            .brokerJvmOption("-Xmx1g")
            .brokerJvmOption("-XX:TieredStopAtLevel=4");
    WORKER_JVM.forEach(builder::workerJvmOption);
    out.println("Broker, registry and worker start.");
    final double busyBefore = loadAverage();
    try (LocalStack stack = builder.start();
        Rig rig = new Rig(stack, sessions, tickers, partitions, clock)) {
      Market market = new Market(rig, sessions, tickers, lingerMillis);
      Load warmUp = new Load(rate, warmUpSeconds, recordsPerFrame);
      Load load = new Load(rate, minutes * 60, recordsPerFrame);
      Figures figures = new MarketRun(rig, market, warmUp, load, clock, out).run();
      figures.add("load average of the machine before the run", busyBefore, "");
      out.println(figures.table());
      Files.writeString(directory.resolve("market.csv"), figures.csv());
      out.println("Also in " + directory.resolve("market.csv") + ".");
      return figures.areKept() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
  }

  private static double loadAverage() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }
}
