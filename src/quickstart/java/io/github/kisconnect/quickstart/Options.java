package io.github.kisconnect.quickstart;

import io.github.kisconnect.quickstart.stack.Port;
import java.time.Duration;
import picocli.CommandLine.Option;

/** What can be chosen, by argument or by system property. */
final class Options {

  @Option(
      names = "--seconds",
      defaultValue = "${sys:quickstart.seconds:-0}",
      description = "End by itself after so many seconds of data; 0 goes on until Ctrl-C.")
  private int seconds;

  @Option(
      names = "--tickers",
      defaultValue = "${sys:quickstart.tickers:-}",
      description = "Tickers in place of those of the connector's file, comma-separated.")
  private String tickers;

  @Option(
      names = "--rate",
      defaultValue = "${sys:quickstart.rate:-3}",
      description = "Records per second that the simulator publishes for each ticker.")
  private double rate;

  @Option(
      names = "--broker-port",
      defaultValue = "${sys:quickstart.broker.port:-9092}",
      description = "Port of the Kafka broker; 0 takes any free one.")
  private int brokerPort;

  @Option(
      names = "--registry-port",
      defaultValue = "${sys:quickstart.registry.port:-8081}",
      description = "Port of the schema registry; 0 takes any free one.")
  private int registryPort;

  @Option(
      names = "--rest-port",
      defaultValue = "${sys:quickstart.rest.port:-8083}",
      description = "Port of the worker's REST interface; 0 takes any free one.")
  private int restPort;

  /** Whether it ends by itself, with an account of all records. */
  boolean endsByItself() {
    return seconds > 0;
  }

  Duration duration() {
    return Duration.ofSeconds(seconds);
  }

  /** Comma-separated, empty for those of the connector's file. */
  String tickers() {
    return tickers;
  }

  double rate() {
    return rate;
  }

  Port brokerPort() {
    return new Port(brokerPort, "-Dquickstart.broker.port=<port>");
  }

  Port registryPort() {
    return new Port(registryPort, "-Dquickstart.registry.port=<port>");
  }

  Port restPort() {
    return new Port(restPort, "-Dquickstart.rest.port=<port>");
  }
}
