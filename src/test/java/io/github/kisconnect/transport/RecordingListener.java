package io.github.kisconnect.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.session.Transport;
import io.github.kisconnect.session.Transport.CloseReason;
import io.github.kisconnect.session.Transport.ConnectFailure;
import java.nio.ByteBuffer;

/** Keeps what a connection tells, in order. */
class RecordingListener implements Transport.Listener {

  /** One call. */
  sealed interface Event {
    record Opened() implements Event {}

    record Failed(ConnectFailure failure) implements Event {}

    record Message(byte[] bytes) implements Event {}

    record Control() implements Event {}

    record Closed(CloseReason reason) implements Event {}
  }

  private final Inbox<Event> events = new Inbox<>();

  @Override
  public void opened() {
    events.add(new Event.Opened());
  }

  @Override
  public void connectFailed(ConnectFailure failure) {
    events.add(new Event.Failed(failure));
  }

  @Override
  public void message(ByteBuffer bytes) {
    byte[] copy = new byte[bytes.remaining()];
    bytes.get(copy);
    events.add(new Event.Message(copy));
  }

  @Override
  public void controlFrame() {
    events.add(new Event.Control());
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
