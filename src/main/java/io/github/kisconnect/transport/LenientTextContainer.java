package io.github.kisconnect.transport;

import io.github.kisconnect.session.Transport.ConnectFailure.Kind;
import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.server.HandshakeRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.glassfish.tyrus.spi.ClientContainer;
import org.glassfish.tyrus.spi.ClientEngine;
import org.glassfish.tyrus.spi.ClientEngine.ClientUpgradeInfo;
import org.glassfish.tyrus.spi.ClientEngine.ClientUpgradeStatus;
import org.glassfish.tyrus.spi.UpgradeRequest;
import org.glassfish.tyrus.spi.UpgradeResponse;

/**
 * The client container that Tyrus gets its bytes from. It tells Tyrus that the server agreed to
 * {@link IncomingFrames}, of which the server knows nothing; this is how text frames with invalid
 * UTF-8 reach the endpoint as they are instead of ending the session with 1007 (kis-protocol 4.5).
 *
 * <p>Runs on the I/O thread of the connection, which finds its {@link Wire} in the user properties
 * of the endpoint configuration. Public because Tyrus makes it, by name.
 */
public final class LenientTextContainer implements ClientContainer {

  /** For Tyrus. */
  public LenientTextContainer() {}

  @Override
  public void openClientSocket(
      ClientEndpointConfig config, Map<String, Object> properties, ClientEngine engine)
      throws IOException {
    Wire wire = (Wire) config.getUserProperties().get(Wire.class.getName());
    UpgradeRequest request = engine.createUpgradeRequest(wire::abort);
    UpgradeResponse response = wire.exchange(request);
    response
        .getHeaders()
        .put(HandshakeRequest.SEC_WEBSOCKET_EXTENSIONS, List.of(IncomingFrames.NAME));
    ClientUpgradeInfo upgrade =
        engine.processResponse(response, wire.writer(), reason -> wire.abort());
    if (upgrade.getUpgradeStatus() != ClientUpgradeStatus.SUCCESS) {
      throw new ConnectFailedException(
          Kind.UPGRADE_REFUSED, "The answer to the upgrade is no valid WebSocket handshake.");
    }
    wire.upgraded(upgrade.createConnection());
  }
}
