package io.github.kisconnect.simulator;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the simulator on its own until the process is told to end. */
@Command(
    name = "kis-simulator",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    sortOptions = false,
    description =
        "A KIS server for whoever has no account: H0STANC0 by WebSocket, approval by REST.",
    footer = {
      "",
      "Orders to the running server (JSON, on the REST port):",
      "  GET  /admin/state             sessions, tickers, counts",
      "  GET  /admin/events            what clients did",
      "  GET  /admin/faults            the names of all faults and their parameters",
      "  POST /admin/faults            for example {\"fault\":\"half-open\",\"lasting\":\"PT60S\"}",
      "  POST /admin/rate              for example {\"recordsPerSecond\":100,\"perTicker\":false}",
      "  POST /admin/load              for example {\"recordsPerSecond\":2000,\"seconds\":10,\"recordsPerFrame\":1}",
      "  GET  /admin/load              how far it is",
      "  POST /admin/restart-auction   08:50 again",
      "Each fault may have \"times\", \"after\" and \"every\": {\"fault\":\"drop\",\"every\":\"PT5M\"}."
    })
public final class SimulatorCommand implements Callable<Integer> {

  @Option(names = "--host", description = "Address to listen on.", defaultValue = "127.0.0.1")
  private String host;

  @Option(
      names = "--rest-port",
      description = "Port of approval and administration.",
      defaultValue = "9443")
  private int restPort;

  @Option(names = "--ws-port", description = "Port of the feed.", defaultValue = "21000")
  private int webSocketPort;

  @Option(
      names = "--app-key",
      description = "App key; repeat it together with its secret.",
      defaultValue = KisSimulatorBuilder.DEMO_APP_KEY)
  private List<String> appKeys;

  @Option(
      names = "--app-secret",
      description = "Secret of the app key at the same place.",
      defaultValue = KisSimulatorBuilder.DEMO_APP_SECRET)
  private List<String> appSecrets;

  @Option(
      names = "--rate",
      description = "Records per second and ticker, or in all with --total.",
      defaultValue = "2")
  private double rate;

  @Option(names = "--total", description = "The rate is that of all tickers together.")
  private boolean total;

  @Option(
      names = "--records-per-frame",
      description = "The most records in a frame.",
      defaultValue = "4")
  private int recordsPerFrame;

  @Option(
      names = "--tickers-per-frame",
      description = "Tickers that share a frame.",
      defaultValue = "1")
  private int tickersPerFrame;

  @Option(names = "--width", description = "Columns of a record, 45 or more.", defaultValue = "46")
  private int width;

  @Option(names = "--seed", description = "Makes the data repeatable.", defaultValue = "1")
  private long seed;

  @Option(
      names = "--pingpong-interval",
      description = "Time between two PINGPONGs.",
      defaultValue = "PT10S")
  private Duration pingPongInterval;

  @Option(names = "--pingpong-always", description = "PINGPONG also while data flows.")
  private boolean pingPongAlways;

  @Option(
      names = "--pingpong-timeout",
      description = "How long an answer may take.",
      defaultValue = "PT100S")
  private Duration pingPongTimeout;

  @Option(
      names = "--occupied",
      description = "How long an app key stays in use after an unclean close.",
      defaultValue = "PT60S")
  private Duration occupied;

  @Option(
      names = "--max-subscriptions",
      description = "Registrations per session.",
      defaultValue = "41")
  private int maxSubscriptions;

  @Option(names = "--business-date", description = "Day of the auction; the latest by default.")
  private LocalDate businessDate;

  @Option(names = "--auction-start", description = "In Korean time.", defaultValue = "08:50")
  private LocalTime auctionStart;

  @Option(names = "--auction-end", description = "In Korean time.", defaultValue = "09:00")
  private LocalTime auctionEnd;

  @Option(
      names = "--speed",
      description = "Seconds of the exchange in one real second.",
      defaultValue = "1")
  private double speed;

  @Option(names = "--once", description = "Silence after the auction, instead of the same again.")
  private boolean once;

  @Option(names = "--fault", description = "A fault from the start, as JSON; repeatable.")
  private List<String> faults = List.of();

  @Spec private CommandSpec command;

  SimulatorCommand() {}

  /** Ends with 0 after a signal, 1 where a port is taken, 2 for a wrong option. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new SimulatorCommand()).execute(arguments));
  }

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = command.commandLine().getOut();
    try (KisSimulator simulator = start()) {
      faultOrders().forEach(simulator::execute);
      out.printf(
          "KIS simulator: approval %s/oauth2/Approval, feed %s, administration %s/admin/state%n",
          simulator.restUri(), simulator.webSocketUri(), simulator.restUri());
      out.flush();
      Runtime.getRuntime().addShutdownHook(new Thread(simulator::close, "kis-simulator-shutdown"));
      simulator.awaitClosed();
      return 0;
    } catch (IllegalStateException e) {
      command.commandLine().getErr().println(e.getMessage());
      return 1;
    }
  }

  private KisSimulator start() {
    KisSimulatorBuilder builder =
        KisSimulator.builder()
            .host(host)
            .restPort(restPort)
            .webSocketPort(webSocketPort)
            .limitApprovals(true)
            .occupiedAfterUncleanClose(occupied)
            .maxSubscriptions(maxSubscriptions)
            .pingPong(pingPongInterval)
            .pingPongOnlyWhenIdle(!pingPongAlways)
            .pingPongTimeout(pingPongTimeout)
            .rate(new Rate(rate, !total))
            .recordsPerFrame(recordsPerFrame)
            .tickersPerFrame(tickersPerFrame)
            .width(width)
            .seed(seed)
            .auction(auctionStart, auctionEnd)
            .speed(speed)
            .repeating(!once)
            .ledgerCapacity(0);
    if (businessDate != null) {
      builder.businessDate(businessDate);
    }
    if (appKeys.size() != appSecrets.size()) {
      throw wrong("Each --app-key needs an --app-secret.");
    }
    for (int i = 0; i < appKeys.size(); i++) {
      builder.appKey(appKeys.get(i), appSecrets.get(i));
    }
    try {
      return builder.start();
    } catch (IllegalArgumentException e) {
      throw wrong(e.getMessage());
    }
  }

  private List<FaultOrder> faultOrders() {
    try {
      return faults.stream().map(FaultOrder::parse).toList();
    } catch (IllegalArgumentException e) {
      throw wrong("--fault: " + e.getMessage());
    }
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(command.commandLine(), sentence);
  }
}
