package io.github.kisconnect.config;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.config.types.Password;

/** What must hold between keys. A rule is silent where one of its values is absent. */
final class CrossFieldRules {

  private CrossFieldRules() {}

  static void check(ParsedValues values, Problems problems) {
    topicsDiffer(values, problems);
    everyAppKeyHasItsSecret(values, problems);
    plainHttpIsWanted(values, problems);
    inOrder(values, ReconnectOptions.BACKOFF_MS, ReconnectOptions.BACKOFF_MAX_MS, false, problems);
    inOrder(values, LivenessOptions.PROBE_MS, LivenessOptions.TIMEOUT_MS, true, problems);
  }

  private static void topicsDiffer(ParsedValues values, Problems problems) {
    List<String> keys =
        List.of(TopicOptions.TOPIC, TopicOptions.GAP_TOPIC, TopicOptions.MALFORMED_TOPIC);
    for (int i = 0; i < keys.size(); i++) {
      for (String other : keys.subList(i + 1, keys.size())) {
        String key = keys.get(i);
        Optional<String> topic = values.get(key, String.class);
        if (topic.isPresent() && topic.equals(values.get(other, String.class))) {
          problems.report(
              key + " and " + other + " are the same topic: give each its own.", key, other);
        }
      }
    }
  }

  private static void everyAppKeyHasItsSecret(ParsedValues values, Problems problems) {
    Optional<Password> keys = values.get(CredentialOptions.APP_KEYS, Password.class);
    Optional<Password> secrets = values.get(CredentialOptions.APP_SECRETS, Password.class);
    if (keys.isEmpty() || secrets.isEmpty()) {
      return;
    }
    int keyCount = SecretList.split(keys.get()).size();
    int secretCount = SecretList.split(secrets.get()).size();
    if (keyCount != secretCount) {
      problems.report(
          "%s counts %d, but %s counts %d: give one secret for each app key, in the same order."
              .formatted(
                  CredentialOptions.APP_KEYS, keyCount, CredentialOptions.APP_SECRETS, secretCount),
          CredentialOptions.APP_KEYS,
          CredentialOptions.APP_SECRETS);
    }
  }

  private static void plainHttpIsWanted(ParsedValues values, Problems problems) {
    boolean allowed = values.get(FeedOptions.REST_ALLOW_HTTP, Boolean.class).orElse(true);
    Optional<URI> exposed =
        values
            .get(FeedOptions.REST_URL, String.class)
            .flatMap(EndpointUrl::parse)
            .filter(url -> "http".equalsIgnoreCase(url.getScheme()))
            .filter(url -> url.getHost() != null && !EndpointUrl.isLoopback(url));
    if (exposed.isPresent() && !allowed) {
      problems.report(
          FeedOptions.REST_URL
              + " would send app key and secret in clear text to another host: use https, or set "
              + FeedOptions.REST_ALLOW_HTTP
              + "=true where the network is private.",
          FeedOptions.REST_URL);
    }
  }

  private static void inOrder(
      ParsedValues values, String lesser, String greater, boolean strictly, Problems problems) {
    Optional<Long> low = values.get(lesser, Long.class);
    Optional<Long> high = values.get(greater, Long.class);
    if (low.isEmpty() || high.isEmpty()) {
      return;
    }
    int order = high.get().compareTo(low.get());
    if (order < 0 || (strictly && order == 0)) {
      problems.report(
          "%s=%d must %s %s=%d: raise the first or lower the second."
              .formatted(
                  greater,
                  high.get(),
                  strictly ? "be greater than" : "not be less than",
                  lesser,
                  low.get()),
          lesser,
          greater);
    }
  }
}
