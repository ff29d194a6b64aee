package io.github.kisconnect.quickstart;

import io.github.kisconnect.quickstart.StopSignal.StopRequestedException;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The quickstart's command: {@code mvn -Pquickstart}. */
@Command(
    name = "quickstart",
    mixinStandardHelpOptions = true,
    description =
        "Runs a Kafka broker, a schema registry, a Connect worker with the connector and"
            + " the simulator of KIS, and shows the topic.")
public final class Quickstart implements Callable<Integer> {

  private static final String LOGGING = "log4j2.configurationFile";

  private final Map<String, String> environment;
  private final InstantSource clock;
  @Mixin private final Options options = new Options();

  Quickstart(Map<String, String> environment, InstantSource clock) {
    this.environment = Map.copyOf(environment);
    this.clock = clock;
  }

  /**
   * Runs it in this JVM.
   *
   * @throws NotSucceeded after the reason has been printed, so that Maven fails
   */
  public static void main(String[] arguments) {
    System.setProperty(LOGGING, Quickstart.class.getResource("log4j2-quickstart.xml").toString());
    Quickstart quickstart = new Quickstart(System.getenv(), InstantSource.system());
    int exitCode = new CommandLine(quickstart).execute(arguments);
    if (exitCode != 0) {
      throw new NotSucceeded();
    }
  }

  @Override
  public Integer call() {
    Logger logger = LoggerFactory.getLogger(Quickstart.class);
    try (StopSignal stop = StopSignal.install()) {
      Narrator narrator = new Narrator(System.out, clock, stop);
      new Demonstration(options, environment, clock, System.out, stop, narrator).run();
      return CommandLine.ExitCode.OK;
    } catch (StopRequestedException e) {
      return CommandLine.ExitCode.OK;
    } catch (RuntimeException e) {
      logger.error("The quickstart has failed.", e);
      System.err.println(Complaint.about(e));
      return CommandLine.ExitCode.SOFTWARE;
    }
  }

  /** Tells Maven of a failure, without a stack trace: its reason has been told. */
  static final class NotSucceeded extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotSucceeded() {
      super("The quickstart has not succeeded.", null, false, false);
    }
  }
}
