package io.github.kisconnect.quickstart;

import io.github.kisconnect.quickstart.stack.AvroRecord;
import io.github.kisconnect.quickstart.stack.AvroTopicReader;
import io.github.kisconnect.quickstart.stack.BuildOutput;
import io.github.kisconnect.quickstart.stack.ConnectRest;
import io.github.kisconnect.quickstart.stack.ConnectorStatus;
import io.github.kisconnect.quickstart.stack.LocalStack;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One run: starts everything, shows the topic, ends everything in reverse order. Main thread.
 *
 * @param environment variables of the process
 */
record Demonstration(
    Options options,
    Map<String, String> environment,
    InstantSource clock,
    PrintStream out,
    StopSignal stop,
    Narrator narrator) {

  private static final String CONNECTOR = "kis-expected-trade";

  /**
   * How long the topic must be quiet until we believe that nothing more, and nothing twice, comes.
   */
  private static final Duration QUIET = Duration.ofSeconds(2);

  /** How long we wait for records that are missing. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  void run() {
    BuildOutput build = BuildOutput.fromSystemProperties();
    Path directory = build.directory().resolve("quickstart");
    narrator.say("Starting; the logs are in " + directory + ".");
    Map<String, String> config = connectorConfig(build.projectDirectory());
    try (Feed feed = FeedChoice.open(environment, options.rate(), options.endsByItself());
        FeedFile credentials =
            FeedFile.write(directory.resolve("kis.properties"), feed.properties());
        LocalStack stack = startStack(directory)) {
      narrator.say(
          "The connector takes addresses and credentials from " + credentials.path() + ".");
      createConnector(stack.rest(), config);
      narrator.say("The connector runs, connected to " + feed.description() + ".");
      out.println(
          Invitation.text(
              stack.worker().restUrl(), stack.registry().url(), CONNECTOR, config.get("topic")));
      watch(stack, feed, config.get("topic"));
      narrator.say("Ending everything.");
    }
    narrator.say("Everything has ended.");
  }

  private Map<String, String> connectorConfig(Path project) {
    Path file = project.resolve(Path.of("config", "quickstart", CONNECTOR + ".json"));
    Map<String, String> config = ConnectorFile.read(file);
    if (!options.tickers().isEmpty()) {
      config.put("kis.tickers", options.tickers());
    }
    return config;
  }

  private LocalStack startStack(Path directory) {
    return LocalStack.in(directory)
        .brokerPort(options.brokerPort())
        .registryPort(options.registryPort())
        .restPort(options.restPort())
        .listener(narrator)
        .start();
  }

  private void createConnector(ConnectRest rest, Map<String, String> config) {
    stop.check();
    rest.put(CONNECTOR, config);
    ConnectorStatus status =
        rest.awaitStatus(
            CONNECTOR,
            "running connector",
            any -> any.isAll("RUNNING", 1) || any.failure().isPresent());
    status
        .failure()
        .ifPresent(
            trace -> {
              throw new QuickstartException("The connector has failed: " + firstLine(trace));
            });
  }

  private void watch(LocalStack stack, Feed feed, String topic) {
    ReadLog log = new ReadLog();
    Consumer<AvroRecord> listener = options.endsByItself() ? log::add : any -> {};
    try (AvroTopicReader reader = stack.read(topic)) {
      TopicWatch watch = new TopicWatch(reader, Screen.choose(out, environment), clock, listener);
      watch.until(this::isOver);
      if (stop.isRequested()) {
        watch.finish();
        return;
      }
      feed.stopPublishing();
      Optional<List<Place>> sent = feed.sent();
      watch.until(any -> hasSettled(any, log, sent.map(List::size).orElse(0)));
      watch.finish();
      sent.ifPresent(places -> judge(Reckoning.of(places, log), watch.latencies()));
    }
  }

  private boolean isOver(TopicWatch watch) {
    boolean timeIsUp = options.endsByItself() && watch.elapsed().compareTo(options.duration()) >= 0;
    return timeIsUp || stop.isRequested();
  }

  private boolean hasSettled(TopicWatch watch, ReadLog log, int expected) {
    Duration patience = log.read() < expected ? PATIENCE : QUIET;
    return stop.isRequested() || watch.quiet().compareTo(patience) >= 0;
  }

  private void judge(Reckoning reckoning, Latencies latencies) {
    String sentence = reckoning.sentence(latencies);
    if (!reckoning.isBalanced()) {
      throw new QuickstartException("The account does not balance: " + sentence);
    }
    narrator.say("The account balances: " + sentence);
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse(text);
  }
}
