package io.github.kisconnect.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** A scripted source of approval keys; without a script it approves, with a new key if it must. */
final class FakeApprovals implements ApprovalSource {

  final Deque<Result> script = new ArrayDeque<>();
  final List<Credentials> askedWith = new ArrayList<>();
  final List<ApprovalKey> invalidated = new ArrayList<>();
  final List<Consumer<Result>> unanswered = new ArrayList<>();
  int withdrawn;
  boolean silent;
  boolean fromCache;
  private int issued = 1;

  @Override
  public Wish approve(Credentials credentials, Consumer<Result> callback) {
    askedWith.add(credentials);
    if (silent) {
      unanswered.add(callback);
    } else {
      callback.accept(script.isEmpty() ? new Result.Approved(current()) : script.remove());
    }
    return new Wish(!fromCache, () -> withdrawn++);
  }

  @Override
  public void invalidate(Credentials credentials, ApprovalKey key) {
    invalidated.add(key);
    issued++;
  }

  ApprovalKey current() {
    return new ApprovalKey("dummy-approval-key-" + issued);
  }
}
