package io.github.kisconnect.simulator;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Turns an HTTP connection into a session, whatever the path, or refuses to. Event loop only. */
final class UpgradeHandler extends SimpleChannelInboundHandler<FullHttpRequest> {

  private static final int MAX_MESSAGE = 1 << 20;
  private static final WebSocketDecoderConfig DECODER =
      WebSocketDecoderConfig.newBuilder()
          .maxFramePayloadLength(MAX_MESSAGE)
          .withUTF8Validator(false)
          .build();

  private final SessionContext context;
  private final AtomicInteger maxSubscriptions;

  UpgradeHandler(SessionContext context, AtomicInteger maxSubscriptions) {
    this.context = context;
    this.maxSubscriptions = maxSubscriptions;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext http, FullHttpRequest request) {
    FaultPlan faults = context.faults();
    Optional<Fault.RefuseUpgrade> refusal = faults.take(Fault.RefuseUpgrade.class);
    if (refusal.isPresent()) {
      refuse(http, HttpResponseStatus.valueOf(refusal.get().status()));
    } else if (faults.take(Fault.GarbageUpgrade.class).isPresent()) {
      note("garbage");
      http.pipeline()
          .context(HttpServerCodec.class)
          .writeAndFlush(Unpooled.copiedBuffer("\0\1\2garbage\r\n", StandardCharsets.US_ASCII))
          .addListener(ChannelFutureListener.CLOSE);
    } else if (faults.take(Fault.SilentUpgrade.class).isPresent()) {
      note("silence");
    } else if (!isUpgrade(request)) {
      refuse(http, HttpResponseStatus.UPGRADE_REQUIRED);
    } else {
      open(http, request);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext http, Throwable cause) {
    http.close().addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
  }

  private void open(ChannelHandlerContext http, FullHttpRequest request) {
    WebSocketServerHandshaker handshaker =
        new WebSocketServerHandshakerFactory(request.uri(), null, DECODER).newHandshaker(request);
    if (handshaker == null) {
      WebSocketServerHandshakerFactory.sendUnsupportedVersionResponse(http.channel())
          .addListener(ChannelFutureListener.CLOSE);
      return;
    }
    SimulatedSession session =
        new SimulatedSession(context.sessions().nextNumber(), http.channel(), context);
    PingPong pingPong =
        new PingPong(
            session.thread(), session, context.settings().keepAlive(), context.settings().clock());
    SubscribeDesk desk = new SubscribeDesk(context, maxSubscriptions);
    http.pipeline()
        .addLast(new WebSocketFrameAggregator(MAX_MESSAGE))
        .addLast(new SessionHandler(session, desk, pingPong));
    http.pipeline().remove(this);
    handshaker
        .handshake(http.channel(), request)
        .addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    pingPong.start();
    context.sessions().add(session);
    session.note(SimulatorEvent.Kind.SESSION_OPENED, request.uri());
  }

  private void refuse(ChannelHandlerContext http, HttpResponseStatus status) {
    note(status.toString());
    DefaultFullHttpResponse response =
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.EMPTY_BUFFER);
    response.headers().set(HttpHeaderNames.CONTENT_LENGTH, 0);
    http.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
  }

  private void note(String how) {
    context.journal().note(SimulatorEvent.Kind.UPGRADE_REFUSED, "", how);
  }

  private static boolean isUpgrade(FullHttpRequest request) {
    return request
        .headers()
        .containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true);
  }
}
