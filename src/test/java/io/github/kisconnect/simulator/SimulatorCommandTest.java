package io.github.kisconnect.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The command line. */
class SimulatorCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void explainsItself() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString()).contains("--rest-port", "--pingpong-interval", "/admin/faults");
  }

  @Test
  void saysWhichPortIsTaken() {
    try (KisSimulator other = KisSimulator.builder().start()) {
      int taken = other.webSocketUri().getPort();

      assertThat(run("--rest-port=0", "--ws-port=" + taken)).isEqualTo(1);
      assertThat(err.toString())
          .startsWith("Cannot listen on 127.0.0.1:" + taken)
          .contains("choose another with --ws-port");
    }
  }

  @Test
  void refusesWrongOptions() {
    assertThat(run("--rest-port=0", "--ws-port=0", "--width=44")).isEqualTo(2);
    assertThat(err.toString()).contains("A record has at least 45 columns, not 44.");
    assertThat(run("--app-key=a", "--app-key=b", "--app-secret=c")).isEqualTo(2);
    assertThat(err.toString()).contains("Each --app-key needs an --app-secret.");
    assertThat(run("--rest-port=0", "--ws-port=0", "--fault={}")).isEqualTo(2);
    assertThat(err.toString()).contains("'fault' is the name of a fault");
  }

  private int run(String... arguments) {
    return new CommandLine(new SimulatorCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
