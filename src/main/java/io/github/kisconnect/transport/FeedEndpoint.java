package io.github.kisconnect.transport;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import java.nio.ByteBuffer;

/** What Tyrus calls for one connection, on its I/O thread; a local close comes on the closer's. */
final class FeedEndpoint extends Endpoint {

  private final TyrusConnection connection;

  FeedEndpoint(TyrusConnection connection) {
    this.connection = connection;
  }

  @Override
  public void onOpen(Session session, EndpointConfig config) {
    session.addMessageHandler(ByteBuffer.class, new FragmentJoiner(session, connection::message));
  }

  @Override
  public void onClose(Session session, CloseReason reason) {
    connection.weClosed(reason.getCloseCode().getCode(), reason.getReasonPhrase());
  }

  @Override
  public void onError(Session session, Throwable failure) {
    connection.failed(failure);
  }
}
