package io.github.kisconnect.bench.endtoend;

import io.github.kisconnect.quickstart.stack.BuildOutput;
import io.github.kisconnect.quickstart.stack.LocalStack;
import io.github.kisconnect.quickstart.stack.LocalStackBuilder;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command of the benchmark: {@code mvn -Pbench-e2e}. */
@Command(
    name = "bench-e2e",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description =
        "Measures from frame sent to record consumed, with simulator, worker, registry, broker and"
            + " consumer in JVMs of their own.")
public final class EndToEnd implements Callable<Integer> {

  /** The JVM of a worker as Kafka's own start script has it, in little memory. */
  private static final List<String> WORKER_JVM =
      List.of(
          "-Xmx1g",
          "-XX:-UseSerialGC",
          "-XX:+UseG1GC",
          "-XX:MaxGCPauseMillis=20",
          "-XX:InitiatingHeapOccupancyPercent=35");

  private static final int MOST_UNDECODED_TICKERS = 41;

  @Spec private CommandSpec spec;

  @Option(names = "--rates", split = ",", defaultValue = "200,2000,10000")
  private List<Double> rates;

  @Option(names = "--seconds", defaultValue = "10", description = "Of each rate, at least.")
  private double seconds;

  @Option(names = "--warm-up-seconds", defaultValue = "3", description = "Before each rate.")
  private double warmUpSeconds;

  @Option(names = "--sessions", defaultValue = "1", description = "App keys, which is tasks.")
  private int sessions;

  @Option(names = "--tickers", defaultValue = "40", description = "Over all sessions.")
  private int tickers;

  @Option(names = "--records-per-frame", defaultValue = "1")
  private int recordsPerFrame;

  @Option(
      names = "--memory-minutes",
      defaultValue = "60",
      description = "How long the part memory watches the heap.")
  private int memoryMinutes;

  @Option(
      names = "--parts",
      split = ",",
      defaultValue = "idle,typed,undecoded,search,ceiling,producer")
  private List<String> parts;

  @Option(names = "--worker-jvm", defaultValue = "", description = "Further JVM options.")
  private String workerJvm;

  @Option(
      names = "--connector",
      defaultValue = "",
      description = "Further properties of the connectors: key=value, separated by blanks.")
  private String connector;

  private final InstantSource clock;
  private final PrintStream out;

  EndToEnd(InstantSource clock, PrintStream out) {
    this.clock = clock;
    this.out = out;
  }

  /** Ends with 0 when everything was measured and no record of the product is unaccounted for. */
  public static void main(String[] arguments) {
    EndToEnd bench = new EndToEnd(InstantSource.system(), System.out);
    System.exit(new CommandLine(bench).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    if (parts.contains("undecoded") && tickers > MOST_UNDECODED_TICKERS) {
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          "The undecoded connector has one session, which carries %d tickers: take it out of --parts."
              .formatted(MOST_UNDECODED_TICKERS));
    }
    Path directory = BuildOutput.fromSystemProperties().directory().resolve("bench");
    LocalStackBuilder builder =
        LocalStack.in(directory)
            .plugins(PluginJar.write(directory.resolve("plugins")))
            .brokerJvmOption("-Xmx1g")
            .brokerJvmOption("-XX:TieredStopAtLevel=4");
    WORKER_JVM.forEach(builder::workerJvmOption);
    words(workerJvm).forEach(builder::workerJvmOption);
    out.println("Broker, registry and worker start.");
    Report report = new Report();
    try (LocalStack stack = builder.start();
        Rig rig = new Rig(stack, sessions, tickers, Rig.PARTITIONS, clock)) {
      new Programme(
              rig,
              new Programme.Loads(rates, seconds, warmUpSeconds, recordsPerFrame, memoryMinutes),
              properties(),
              new CostMeter(rig, directory.resolve("worker.jfr")),
              report,
              out)
          .run(sessions, List.copyOf(parts));
    } finally {
      out.println(report.text());
      report.write(directory);
      out.println("Also in " + directory + " as end-to-end*.csv and end-to-end.svg.");
    }
    return report.balances() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  private Map<String, String> properties() {
    Map<String, String> properties = new LinkedHashMap<>();
    for (String word : words(connector)) {
      String[] pair = word.split("=", 2);
      properties.put(pair[0], pair[1]);
    }
    return properties;
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split(" ", -1)).filter(word -> !word.isBlank()).toList();
  }
}
