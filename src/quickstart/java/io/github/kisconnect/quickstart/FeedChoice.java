package io.github.kisconnect.quickstart;

import java.util.Map;

/** Which feed the environment asks for. */
final class FeedChoice {

  static final String APP_KEY = "KIS_APP_KEY";
  static final String APP_SECRET = "KIS_APP_SECRET";

  private FeedChoice() {}

  /**
   * KIS itself where the environment holds credentials, else its simulator.
   *
   * @param rate records per second and ticker of the simulator
   * @param accountable whether every record shall be accounted for in the end
   * @throws QuickstartException if the credentials are incomplete
   */
  static Feed open(Map<String, String> environment, double rate, boolean accountable) {
    String key = environment.getOrDefault(APP_KEY, "").trim();
    String secret = environment.getOrDefault(APP_SECRET, "").trim();
    if (key.isEmpty() != secret.isEmpty()) {
      throw new QuickstartException(
          "Only %s is set: set %s as well to use KIS, or neither to use the simulator."
              .formatted(
                  key.isEmpty() ? APP_SECRET : APP_KEY, key.isEmpty() ? APP_KEY : APP_SECRET));
    }
    return key.isEmpty() ? SimulatedFeed.start(rate, accountable) : new KisFeed(key, secret);
  }
}
