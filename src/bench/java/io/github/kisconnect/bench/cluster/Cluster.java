package io.github.kisconnect.bench.cluster;

import io.github.kisconnect.bench.figure.Figures;
import io.github.kisconnect.quickstart.stack.BuildOutput;
import io.github.kisconnect.quickstart.stack.LocalStack;
import io.github.kisconnect.quickstart.stack.LocalStackBuilder;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command of the benchmark: {@code mvn -Pbench-cluster}. */
@Command(
    name = "bench-cluster",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description =
        "Kills one of three workers under load, then restarts all of them one by one, and balances"
            + " what was sent against what the topics hold and the gap topic declares missing.")
public final class Cluster implements Callable<Integer> {

  private static final int WORKERS = 3;

  @Option(names = "--rate", defaultValue = "500", description = "Records per second, in all.")
  private double rate;

  @Option(names = "--tickers", defaultValue = "360")
  private int tickers;

  @Option(names = "--sessions", defaultValue = "9", description = "App keys, which is tasks.")
  private int sessions;

  @Option(
      names = "--rebalance-delay",
      defaultValue = "PT10S",
      description = "The workers' scheduled.rebalance.max.delay.ms.")
  private Duration rebalanceDelay;

  @Option(
      names = "--occupied",
      defaultValue = "PT60S",
      description = "How long an app key stays in use after a session that was not closed.")
  private Duration occupied;

  private final InstantSource clock;
  private final PrintStream out;

  Cluster(InstantSource clock, PrintStream out) {
    this.clock = clock;
    this.out = out;
  }

  /** Ends with 0 if every limit is kept. */
  public static void main(String[] arguments) {
    Cluster bench = new Cluster(InstantSource.system(), System.out);
    System.exit(new CommandLine(bench).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    Path directory = BuildOutput.fromSystemProperties().directory().resolve("bench");
    out.println("Broker, registry and workers start.");
    final double busyBefore = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    Scenario scenario = new Scenario(rate, tickers, rebalanceDelay, occupied);
    LocalStackBuilder builder = LocalStack.in(directory.resolve("cluster")).workers(WORKERS);
    scenario.workerProperties().forEach(builder::workerProperty);
    try (LocalStack stack = builder.start();
        Connector connector = new Connector(stack, sessions, scenario);
        Ledger ledger = new Ledger(stack, connector.simulator(), clock)) {
      Figures figures = new ClusterRun(stack, connector, ledger, scenario, clock, out).run();
      figures.add("scheduled.rebalance.max.delay.ms", rebalanceDelay);
      figures.add("load average of the machine before the run", busyBefore, "");
      out.println(figures.table());
      Files.writeString(directory.resolve("cluster.csv"), figures.csv());
      out.println("Also in " + directory.resolve("cluster.csv") + ".");
      return figures.areKept() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
  }
}
