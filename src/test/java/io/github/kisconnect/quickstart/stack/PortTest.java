package io.github.kisconnect.quickstart.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

/** Wishes for ports, granted and refused. */
class PortTest {

  @Test
  void saysWhatWantedATakenPortAndHowToChooseAnother() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Port wanted = new Port(taken.getLocalPort(), "-Dquickstart.rest.port");

      assertThatThrownBy(() -> wanted.claim("Connect worker 1"))
          .isInstanceOf(LocalStackException.class)
          .hasMessage(
              "Port %d, wanted by Connect worker 1, is taken: stop what listens there or choose"
                      .formatted(taken.getLocalPort())
                  + " another one with -Dquickstart.rest.port.");
    }
  }

  @Test
  void refusesWhatIsNoPort() {
    assertThatThrownBy(() -> new Port(65_536, "-Dquickstart.rest.port"))
        .isInstanceOf(LocalStackException.class)
        .hasMessage(
            "There is no port 65536: choose 1 to 65535, or 0 for any free one, with"
                + " -Dquickstart.rest.port.");
  }

  @Test
  void grantsTheWantedPortWhenItIsFree() {
    int free = Port.any().claim("a test");

    assertThat(new Port(free, "").claim("a test")).isEqualTo(free);
  }

  @Test
  void findsFreePortsThatNoOutgoingConnectionTakes() {
    assertThat(Port.any().claim("a test")).isBetween(20_000, 32_000);
  }
}
