package io.github.kisconnect.soak;

import io.github.kisconnect.quickstart.stack.BuildOutput;
import io.github.kisconnect.quickstart.stack.LocalStack;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The soak's command: {@code mvn -Psoak -Dsoak.minutes=10}. */
@Command(
    name = "soak",
    mixinStandardHelpOptions = true,
    description =
        "Runs broker, registry, two Connect workers and the simulator of KIS for a while with"
            + " faults at random, and balances what was sent against the topics.")
public final class Soak implements Callable<Integer> {

  @Option(
      names = "--minutes",
      defaultValue = "${sys:soak.minutes:-10}",
      description = "How long faults strike; the recovery comes on top.")
  private double minutes;

  @Option(
      names = "--seed",
      defaultValue = "${sys:soak.seed:-}",
      description = "Repeats the faults of an earlier run; by chance if empty.")
  private String seed;

  @Option(
      names = "--rate",
      defaultValue = "${sys:soak.rate:-200}",
      description = "Records per second, of all tickers together.")
  private double rate;

  private final InstantSource clock;
  private final PrintStream out;

  Soak(InstantSource clock, PrintStream out) {
    this.clock = clock;
    this.out = out;
  }

  /**
   * Runs it in this JVM.
   *
   * @throws NotBalancedException after the account has been printed, so that Maven fails
   */
  public static void main(String[] arguments) {
    Soak soak = new Soak(InstantSource.system(), System.out);
    if (new CommandLine(soak).execute(arguments) != CommandLine.ExitCode.OK) {
      throw new NotBalancedException();
    }
  }

  @Override
  public Integer call() {
    long number = seed.isBlank() ? new SplittableRandom().nextLong() : Long.parseLong(seed);
    out.printf("Repeat these faults with -Dsoak.seed=%d%n", number);
    try (LocalStack stack =
            LocalStack.in(BuildOutput.fromSystemProperties().directory().resolve("soak"))
                .workers(2)
                .start();
        SoakRun run = new SoakRun(stack, rate, clock, out)) {
      run.start();
      run.trouble(Duration.ofMillis((long) (minutes * 60_000)), new SplittableRandom(number));
      Account account = run.recover();
      out.print(account);
      boolean good = account.balances() && run.failures() == 0;
      out.println(good ? "The ledger balances." : "The ledger does not balance, or a task failed.");
      return good ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
  }

  /** Tells Maven of a failure, without a stack trace: its reason has been printed. */
  static final class NotBalancedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotBalancedException() {
      super("The soak has not succeeded.", null, false, false);
    }
  }
}
