package io.github.kisconnect.quickstart;

import io.github.kisconnect.config.KisSourceConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * KIS itself.
 *
 * @param appKey never printed
 * @param appSecret never printed
 */
record KisFeed(String appKey, String appSecret) implements Feed {

  @Override
  public String description() {
    return "KIS, at "
        + connectorDefault("kis.ws.url")
        + " (expected executions come before the open and the close of the Korean market;"
        + " at other times it is silent)";
  }

  @Override
  public Map<String, String> properties() {
    return Map.of(
        "rest.url",
        connectorDefault("kis.rest.url"),
        "ws.url",
        connectorDefault("kis.ws.url"),
        "app.keys",
        appKey,
        "app.secrets",
        appSecret);
  }

  @Override
  public void stopPublishing() {}

  @Override
  public Optional<List<Place>> sent() {
    return Optional.empty();
  }

  @Override
  public void close() {}

  @Override
  public String toString() {
    return "KisFeed[***]";
  }

  private static String connectorDefault(String key) {
    return KisSourceConfig.definition().defaultValues().get(key).toString();
  }
}
