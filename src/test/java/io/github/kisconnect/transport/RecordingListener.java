package io.github.kisconnect.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.session.Transport;
import io.github.kisconnect.session.Transport.CloseReason;
import io.github.kisconnect.session.Transport.ConnectFailure;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Keeps what a connection tells, in order. Fails where a frame is told that did not arrive, or
 * whose arrival has no end.
 */
class RecordingListener implements Transport.Listener {

  /** One call. */
  sealed interface Event {
    /** The connection is open. */
    record Opened() implements Event {}

    /** No connection came about. */
    record Failed(ConnectFailure failure) implements Event {}

    /** A message. */
    record Message(byte[] bytes) implements Event {}

    /** A Ping or Pong. */
    record Control() implements Event {}

    /** The connection ended. */
    record Closed(CloseReason reason) implements Event {}
  }

  /** For each read whether it is known to have read all that had come. */
  final List<Boolean> reads = new CopyOnWriteArrayList<>();

  private final Inbox<Event> events = new Inbox<>();
  private boolean arriving;

  @Override
  public void opened() {
    events.add(new Event.Opened());
  }

  @Override
  public void connectFailed(ConnectFailure failure) {
    events.add(new Event.Failed(failure));
  }

  @Override
  public void arrived(boolean all) {
    assertThat(arriving).isFalse();
    arriving = true;
    reads.add(all);
  }

  @Override
  public void message(byte[] bytes) {
    assertThat(arriving).isTrue();
    events.add(new Event.Message(bytes));
  }

  @Override
  public void controlFrame() {
    assertThat(arriving).isTrue();
    events.add(new Event.Control());
  }

  @Override
  public void handled() {
    assertThat(arriving).isTrue();
    arriving = false;
  }

  @Override
  public void closed(CloseReason reason) {
    events.add(new Event.Closed(reason));
  }

  /** The next call, which must be of this kind. */
  <T extends Event> T next(Class<T> kind) {
    Event event = events.take();
    assertThat(event).isInstanceOf(kind);
    return kind.cast(event);
  }

  void awaitOpened() {
    next(Event.Opened.class);
  }

  byte[] nextMessage() {
    return next(Event.Message.class).bytes();
  }

  CloseReason awaitClosed() {
    CloseReason reason = next(Event.Closed.class).reason();
    assertSilence();
    return reason;
  }

  ConnectFailure awaitFailure() {
    ConnectFailure failure = next(Event.Failed.class).failure();
    assertSilence();
    return failure;
  }

  /** Nothing more was told so far. */
  void assertSilence() {
    assertThat(events.isEmpty()).isTrue();
  }
}
