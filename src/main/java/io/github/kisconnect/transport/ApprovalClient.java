package io.github.kisconnect.transport;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.kisconnect.session.ApprovalSource.Result;
import io.github.kisconnect.session.Credentials;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.regex.Pattern;

/**
 * Asks KIS for an approval key, once for each call, and makes a {@link Result} of whatever comes of
 * it. Never blocks; any thread.
 */
final class ApprovalClient implements ApprovalKeys.Requests {

  private static final int MAX_BODY_BYTES = 1 << 16;
  private static final Pattern SECONDS = Pattern.compile("\\d{1,4}");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http;
  private final Executor threads;
  private final Delays delays;
  private final URI address;
  private final Duration timeout;

  /**
   * @param restUrl the KIS REST host, with or without a slash at its end
   * @param timeout for the whole exchange, body included
   */
  ApprovalClient(HttpClient http, Executor threads, Delays delays, URI restUrl, Duration timeout) {
    this.http = http;
    this.threads = threads;
    this.delays = delays;
    this.address = URI.create(restUrl.toString().replaceFirst("/+$", "") + "/oauth2/Approval");
    this.timeout = timeout;
  }

  /** Of {@code http}: one request in hours needs no more than HTTP/1.1, and no redirect. */
  static HttpClient httpClient(Executor threads) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .executor(threads)
        .build();
  }

  @Override
  public CompletableFuture<Result> request(Credentials credentials) {
    CompletableFuture<HttpResponse<byte[]>> exchange =
        http.sendAsync(httpRequest(credentials), head -> new BoundedBody(MAX_BODY_BYTES));
    Future<?> limit = delays.after(timeout, () -> exchange.cancel(true));
    return exchange.handleAsync(
        (response, failure) -> {
          limit.cancel(false);
          return failure == null
              ? answer(response).result(credentials)
              : new Result.Unavailable(explain(failure, credentials));
        },
        threads);
  }

  /** The field of the secret has another name here than in KIS's other calls. */
  private HttpRequest httpRequest(Credentials credentials) {
    String body =
        JSON.createObjectNode()
            .put("grant_type", "client_credentials")
            .put("appkey", credentials.appKey())
            .put("secretkey", credentials.appSecret())
            .toString();
    return HttpRequest.newBuilder(address)
        .header("content-type", "application/json; charset=utf-8")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private static ApprovalAnswer answer(HttpResponse<byte[]> response) {
    Duration retryAfter =
        response
            .headers()
            .firstValue("retry-after")
            .filter(value -> SECONDS.matcher(value).matches())
            .map(value -> Duration.ofSeconds(Long.parseLong(value)))
            .orElse(Duration.ZERO);
    return new ApprovalAnswer(response.statusCode(), response.body(), retryAfter);
  }

  private String explain(Throwable failure, Credentials credentials) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    String what =
        cause instanceof CancellationException
            ? "no answer within " + timeout.toMillis() + " ms"
            : cause.getClass().getSimpleName() + " " + cause.getMessage();
    return "KIS could not be asked for an approval key: "
        + Redaction.clean(what, credentials)
        + ". host="
        + address.getHost();
  }
}
