package io.github.kisconnect.quickstart.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * The wish for a TCP port on the loopback address: a certain one or any free one.
 *
 * @param number 1 to 65535, or 0 for any free one
 * @param option how the user would choose another one, for the sentence that asks for it
 */
public record Port(int number, String option) {

  /** Below the range from which Linux, macOS and Windows take the ports of outgoing connections. */
  private static final int FIRST_FREE = 20_000;

  private static final int LAST_FREE = 32_000;
  private static final int HIGHEST = 65_535;
  private static final int ATTEMPTS = 200;

  /**
   * A wish that can be granted.
   *
   * @throws LocalStackException if there is no such port
   */
  public Port {
    if (number < 0 || number > HIGHEST) {
      throw new LocalStackException(
          "There is no port %d: choose 1 to %d, or 0 for any free one, with %s."
              .formatted(number, HIGHEST, option));
    }
  }

  public static Port any() {
    return new Port(0, "");
  }

  /**
   * The number to listen on.
   *
   * @param owner what wants it, for example {@code "the Kafka broker"}
   * @throws LocalStackException if the wanted port is taken
   */
  public int claim(String owner) {
    if (number == 0) {
      OptionalInt free =
          IntStream.generate(() -> ThreadLocalRandom.current().nextInt(FIRST_FREE, LAST_FREE))
              .limit(ATTEMPTS)
              .filter(Port::isFree)
              .findFirst();
      return free.orElseThrow(
          () -> new LocalStackException("No free TCP port was found for " + owner + "."));
    }
    if (!isFree(number)) {
      throw new LocalStackException(
          "Port %d, wanted by %s, is taken: stop what listens there or choose another one with %s."
              .formatted(number, owner, option));
    }
    return number;
  }

  private static boolean isFree(int number) {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), number);
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(address);
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
