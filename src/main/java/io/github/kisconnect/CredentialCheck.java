package io.github.kisconnect;

import io.github.kisconnect.config.AppKey;
import io.github.kisconnect.config.KisSourceConfig;
import io.github.kisconnect.session.ApprovalSource;
import io.github.kisconnect.session.Credentials;
import io.github.kisconnect.transport.SharedResources;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigValue;

/**
 * Asks KIS for an approval key of every app key, for validation with {@code validate.credentials}.
 * Blocks the calling REST thread; keys that a task of this worker already has are not asked for
 * again.
 */
final class CredentialCheck {

  /** Connect gives up a validation after 90 s. */
  private static final Duration PATIENCE = Duration.ofSeconds(80);

  private final Duration patience;

  CredentialCheck() {
    this(PATIENCE);
  }

  /**
   * @param patience how long KIS may take for all app keys together
   */
  CredentialCheck(Duration patience) {
    this.patience = patience;
  }

  /** Adds what KIS says to a configuration that is sound otherwise and wants to be asked about. */
  Config addTo(Config validated, Map<String, String> properties) {
    final boolean sound =
        validated.configValues().stream().allMatch(value -> value.errorMessages().isEmpty());
    if (sound) {
      final KisSourceConfig config = new KisSourceConfig(properties);
      if (config.validateCredentials()) {
        problems(config).forEach(problem -> attach(problem, validated));
      }
    }
    return validated;
  }

  private List<String> problems(KisSourceConfig config) {
    try (SharedResources.Lease shared = SharedResources.acquire()) {
      final ApprovalSource approvals = shared.approvals(config.restUrl());
      final List<CompletableFuture<ApprovalSource.Result>> answers =
          IntStream.range(0, config.appKeyCount())
              .mapToObj(index -> ask(approvals, config.appKey(index)))
              .toList();
      return IntStream.range(0, answers.size())
          .mapToObj(index -> problem(index + 1, answers.get(index)))
          .flatMap(Optional::stream)
          .toList();
    }
  }

  private CompletableFuture<ApprovalSource.Result> ask(ApprovalSource approvals, AppKey key) {
    final CompletableFuture<ApprovalSource.Result> answer = new CompletableFuture<>();
    final ApprovalSource.Wish wish =
        approvals.approve(new Credentials(key.appKey(), key.appSecret()), answer::complete);
    return answer
        .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete((result, failure) -> wish.withdraw());
  }

  private static Optional<String> problem(
      int position, CompletableFuture<ApprovalSource.Result> answer) {
    return sentence(answer).map(sentence -> "App key no. " + position + ": " + sentence);
  }

  private static Optional<String> sentence(CompletableFuture<ApprovalSource.Result> answer) {
    try {
      final ApprovalSource.Result result = answer.get();
      if (result instanceof ApprovalSource.Result.Rejected rejected) {
        return Optional.of(rejected.sentence());
      } else if (result instanceof ApprovalSource.Result.Throttled throttled) {
        return Optional.of(throttled.sentence());
      } else if (result instanceof ApprovalSource.Result.Refused refused) {
        return Optional.of(refused.sentence());
      } else if (result instanceof ApprovalSource.Result.Unavailable unavailable) {
        return Optional.of(unavailable.sentence());
      }
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("Interrupted while asking KIS; validate again.");
    } catch (ExecutionException e) {
      return Optional.of(
          e.getCause() instanceof TimeoutException
              ? "KIS did not answer in time; validate again, or check kis.rest.url."
              : "KIS could not be asked; validate again, or check kis.rest.url.");
    }
  }

  private static void attach(String problem, Config validated) {
    validated.configValues().stream()
        .filter(value -> value.name().equals(KisSourceConfig.APP_KEYS))
        .forEach((ConfigValue value) -> value.addErrorMessage(problem));
  }
}
