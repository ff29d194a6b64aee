package io.github.kisconnect.transport;

import java.util.List;
import org.glassfish.tyrus.core.extension.ExtendedExtension;
import org.glassfish.tyrus.core.frame.Frame;

/**
 * Sees every frame of the server before Tyrus does, on the I/O thread: relabels text as binary, so
 * that nobody validates its characters, and reports control frames, for which the API has no
 * complete hook.
 */
final class IncomingFrames implements ExtendedExtension {

  /** Never on the wire. */
  static final String NAME = "x-kis-lenient-text";

  private static final byte TEXT = 1;
  private static final byte BINARY = 2;
  private static final byte CLOSE = 8;
  private static final byte PING = 9;
  private static final byte PONG = 10;

  private final TyrusConnection connection;

  IncomingFrames(TyrusConnection connection) {
    this.connection = connection;
  }

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public List<Parameter> getParameters() {
    return List.of();
  }

  /** Fragments that follow a relabelled first one carry no type of their own. */
  @Override
  public Frame processIncoming(ExtensionContext context, Frame frame) {
    switch (frame.getOpcode()) {
      case TEXT -> {
        return Frame.builder(frame).opcode(BINARY).build();
      }
      case CLOSE -> connection.peerClosed(frame.getPayloadData());
      case PING, PONG -> connection.controlFrame();
      default -> {}
    }
    return frame;
  }

  @Override
  public Frame processOutgoing(ExtensionContext context, Frame frame) {
    return frame;
  }

  @Override
  public List<Parameter> onExtensionNegotiation(
      ExtensionContext context, List<Parameter> requested) {
    return List.of();
  }

  @Override
  public void onHandshakeResponse(ExtensionContext context, List<Parameter> response) {}

  @Override
  public void destroy(ExtensionContext context) {}
}
