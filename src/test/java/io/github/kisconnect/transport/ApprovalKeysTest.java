package io.github.kisconnect.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.session.ApprovalSource;
import io.github.kisconnect.session.ApprovalSource.ApprovalKey;
import io.github.kisconnect.session.ApprovalSource.Result;
import io.github.kisconnect.session.Credentials;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The cache of approval keys, on a virtual clock. */
class ApprovalKeysTest {

  private static final Credentials FIRST = new Credentials("app-key-1", "secret-1");
  private static final Credentials FIRST_ROTATED = new Credentials("app-key-1", "secret-1-new");
  private static final Credentials SECOND = new Credentials("app-key-2", "secret-2");
  private static final Credentials THIRD = new Credentials("app-key-3", "secret-3");
  private static final Duration TIME_TO_LIVE = Duration.ofHours(12);
  private static final Duration SPACING = Duration.ofSeconds(1);
  private static final Duration INSTANT = Duration.ZERO;

  /** A request under way, to be answered by the test. */
  private record Request(Credentials credentials, CompletableFuture<Result> result, long atMicros) {
    void answer(Result answer) {
      assertThat(result.complete(answer)).isTrue();
    }
  }

  private final VirtualTime time = new VirtualTime();
  private final List<Request> requests = new ArrayList<>();
  private final List<Result> results = new ArrayList<>();
  private final ApprovalKeys keys =
      new ApprovalKeys(this::request, Runnable::run, time, time, TIME_TO_LIVE, SPACING);

  private RuntimeException thrown;

  private CompletableFuture<Result> request(Credentials credentials) {
    if (thrown != null) {
      throw thrown;
    }
    Request request = new Request(credentials, new CompletableFuture<>(), time.epochMicros());
    requests.add(request);
    return request.result();
  }

  private boolean approve(Credentials credentials) {
    boolean asked = keys.approve(credentials, results::add).asksServer();
    time.advance(INSTANT);
    return asked;
  }

  private static Result approved(String key) {
    return new Result.Approved(new ApprovalKey(key));
  }

  @Test
  void asksOnceAndThenAnswersFromTheCache() {
    approve(FIRST);
    requests.get(0).answer(approved("k1"));
    approve(FIRST);
    time.advance(TIME_TO_LIVE.minusSeconds(1));
    approve(FIRST);
    assertThat(requests).hasSize(1);
    assertThat(results).containsExactly(approved("k1"), approved("k1"), approved("k1"));
  }

  @Test
  void asksAgainWhenTheKeyIsTooOld() {
    approve(FIRST);
    requests.get(0).answer(approved("k1"));
    time.advance(TIME_TO_LIVE);
    approve(FIRST);
    requests.get(1).answer(approved("k2"));
    assertThat(results).containsExactly(approved("k1"), approved("k2"));
  }

  @Test
  void saysForWhichCallsKisIsAsked() {
    assertThat(approve(FIRST)).isTrue();
    assertThat(approve(FIRST)).isFalse();
    requests.get(0).answer(approved("k1"));
    assertThat(approve(FIRST)).isFalse();
    assertThat(approve(SECOND)).isTrue();
  }

  @Test
  void sharesTheOutcomeOfTheRequestUnderWay() {
    approve(FIRST);
    approve(FIRST);
    approve(FIRST);
    assertThat(requests).hasSize(1);
    assertThat(results).isEmpty();
    Result outcome = new Result.Unavailable("down");
    requests.get(0).answer(outcome);
    assertThat(results).containsExactly(outcome, outcome, outcome);
  }

  @Test
  void doesNotKeepAFailure() {
    approve(FIRST);
    requests.get(0).answer(new Result.Unavailable("down"));
    approve(FIRST);
    time.advance(SPACING);
    requests.get(1).answer(approved("k1"));
    assertThat(results).containsExactly(new Result.Unavailable("down"), approved("k1"));
  }

  @Test
  void startsRequestsOneSecondApart() {
    approve(FIRST);
    approve(SECOND);
    requests.get(0).answer(new Result.Refused("no"));
    approve(FIRST);
    assertThat(requests).hasSize(1);
    time.advance(Duration.ofMinutes(1));
    assertThat(requests).extracting(Request::atMicros).containsExactly(0L, 1_000_000L, 2_000_000L);
    assertThat(requests).extracting(Request::credentials).containsExactly(FIRST, SECOND, FIRST);
  }

  @Test
  void doesNotWaitWhereTheLastRequestIsLongAgo() {
    approve(FIRST);
    requests.get(0).answer(approved("k1"));
    time.advance(Duration.ofSeconds(5));
    approve(SECOND);
    assertThat(requests).extracting(Request::atMicros).containsExactly(0L, 5_000_000L);
  }

  @Test
  void asksForNobodyWhoHasGivenUpAndLetsTheNextOneHaveTheTurn() {
    approve(FIRST);
    final ApprovalSource.Wish gone = keys.approve(SECOND, results::add);
    approve(THIRD);
    gone.withdraw();
    gone.withdraw();
    time.advance(Duration.ofMinutes(1));
    assertThat(requests).extracting(Request::credentials).containsExactly(FIRST, THIRD);
    assertThat(requests).extracting(Request::atMicros).containsExactly(0L, 1_000_000L);
  }

  @Test
  void asksForThoseWhoStillWaitWhenAnotherGivesUp() {
    approve(FIRST);
    final ApprovalSource.Wish gone = keys.approve(SECOND, gaveUp -> results.add(null));
    approve(SECOND);
    gone.withdraw();
    time.advance(SPACING);
    requests.get(1).answer(approved("k2"));
    assertThat(results).containsExactly(approved("k2"));
  }

  @Test
  void asksAgainForWhoComesBackAfterGivingUp() {
    approve(FIRST);
    keys.approve(SECOND, results::add).withdraw();
    approve(SECOND);
    time.advance(Duration.ofMinutes(1));
    assertThat(requests).extracting(Request::credentials).containsExactly(FIRST, SECOND);
  }

  @Test
  void keepsTheKeyOfARequestThatNobodyWaitsForAnyMore() {
    final ApprovalSource.Wish gone = keys.approve(FIRST, results::add);
    time.advance(INSTANT);
    gone.withdraw();
    requests.get(0).answer(approved("k1"));
    assertThat(results).isEmpty();
    approve(FIRST);
    assertThat(requests).hasSize(1);
    assertThat(results).containsExactly(approved("k1"));
  }

  @Test
  void forgetsARefusedKey() {
    approve(FIRST);
    requests.get(0).answer(approved("k1"));
    keys.invalidate(FIRST, new ApprovalKey("k1"));
    approve(FIRST);
    time.advance(SPACING);
    requests.get(1).answer(approved("k2"));
    assertThat(results).containsExactly(approved("k1"), approved("k2"));
  }

  @Test
  void keepsANewerKeyThanTheRefusedOne() {
    approve(FIRST);
    requests.get(0).answer(approved("k2"));
    keys.invalidate(FIRST, new ApprovalKey("k1"));
    keys.invalidate(SECOND, new ApprovalKey("k2"));
    approve(FIRST);
    assertThat(requests).hasSize(1);
    assertThat(results).containsExactly(approved("k2"), approved("k2"));
  }

  @Test
  void doesNotAskWhileThrottled() {
    approve(FIRST);
    requests.get(0).answer(new Result.Throttled(Duration.ofSeconds(60), "too often"));
    time.advance(Duration.ofSeconds(20));
    approve(FIRST);
    assertThat(requests).hasSize(1);
    assertThat(results.get(1)).isEqualTo(new Result.Throttled(Duration.ofSeconds(40), "too often"));
    time.advance(Duration.ofSeconds(40));
    approve(FIRST);
    assertThat(requests).hasSize(2);
  }

  @Test
  void throttlesOnlyTheAppKeyThatWasThrottled() {
    approve(FIRST);
    requests.get(0).answer(new Result.Throttled(Duration.ofSeconds(60), "too often"));
    approve(SECOND);
    time.advance(SPACING);
    assertThat(requests).extracting(Request::credentials).containsExactly(FIRST, SECOND);
  }

  @Test
  void usesARotatedSecretForTheNextRequest() {
    approve(FIRST);
    approve(FIRST_ROTATED);
    assertThat(requests).hasSize(1);
    Result rejected = new Result.Rejected("EGW00105", "wrong secret");
    requests.get(0).answer(rejected);
    time.advance(SPACING);
    assertThat(requests.get(1).credentials()).isEqualTo(FIRST_ROTATED);
    requests.get(1).answer(approved("k1"));
    assertThat(results).containsExactly(rejected, approved("k1"));
  }

  @Test
  void sparesTheRequestWithTheRotatedSecretWhenTheOldOneStillServed() {
    approve(FIRST);
    approve(FIRST_ROTATED);
    requests.get(0).answer(approved("k1"));
    time.advance(Duration.ofMinutes(1));
    assertThat(requests).hasSize(1);
    assertThat(results).containsExactly(approved("k1"), approved("k1"));
  }

  @Test
  void survivesARequestThatFailsByABug() {
    approve(FIRST);
    requests.get(0).result().completeExceptionally(new IllegalStateException("secret-1"));
    assertThat(results).hasSize(1);
    assertThat(results.get(0)).isInstanceOf(Result.Unavailable.class);
    assertThat(results.get(0).toString()).doesNotContain("secret-1");
    approve(FIRST);
    time.advance(SPACING);
    assertThat(requests).hasSize(2);
  }

  @Test
  void answersAndAsksAgainLaterWhereARequestThrows() {
    thrown = new IllegalArgumentException("secret-1");
    approve(FIRST);
    thrown = null;
    time.advance(SPACING);
    approve(FIRST);
    requests.get(0).answer(approved("k1"));

    assertThat(results).hasSize(2).last().isEqualTo(approved("k1"));
    assertThat(results.get(0).toString())
        .contains("IllegalArgumentException")
        .doesNotContain("secret-1");
  }
}
