package io.github.kisconnect.quickstart;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the connector is connected to. */
sealed interface Feed extends AutoCloseable permits SimulatedFeed, KisFeed {

  /** What it is, for the user. */
  String description();

  /**
   * The connector's addresses and credentials: {@code rest.url}, {@code ws.url}, {@code app.keys},
   * {@code app.secrets}.
   */
  Map<String, String> properties();

  /** Publishes nothing more, if that is in our power. */
  void stopPublishing();

  /** What was sent to the connector, where the feed knows it. */
  Optional<List<Place>> sent();

  @Override
  void close();
}
