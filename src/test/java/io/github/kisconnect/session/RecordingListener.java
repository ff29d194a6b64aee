package io.github.kisconnect.session;

import io.github.kisconnect.gap.Gap;
import java.util.ArrayList;
import java.util.List;

/** Remembers what a session told. */
final class RecordingListener implements SessionListener {

  final List<SessionState> states = new ArrayList<>();
  final List<Gap> gaps = new ArrayList<>();
  final List<FailureKind> ends = new ArrayList<>();
  final List<String> failures = new ArrayList<>();
  int approvalRequests;

  @Override
  public void stateChanged(SessionState from, SessionState to, String sentence) {
    states.add(to);
  }

  @Override
  public void approvalRequested() {
    approvalRequests++;
  }

  @Override
  public void ended(FailureKind kind) {
    ends.add(kind);
  }

  @Override
  public void gap(Gap gap) {
    gaps.add(gap);
  }

  @Override
  public void failed(String sentence) {
    failures.add(sentence);
  }
}
