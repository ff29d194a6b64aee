package io.github.kisconnect.simulator;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.nio.charset.StandardCharsets;

/** Reads what one client sends. Event loop only. */
final class SessionHandler extends SimpleChannelInboundHandler<WebSocketFrame> {

  private static final int NORMAL_CLOSURE = 1000;

  private final SimulatedSession session;
  private final SubscribeDesk desk;
  private final PingPong pingPong;

  SessionHandler(SimulatedSession session, SubscribeDesk desk, PingPong pingPong) {
    this.session = session;
    this.desk = desk;
    this.pingPong = pingPong;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
    if (session.wire().silent()) {
      return;
    }
    String text = frame.content().toString(StandardCharsets.UTF_8);
    if (frame instanceof TextWebSocketFrame) {
      onText(text);
    } else if (frame instanceof PingWebSocketFrame) {
      session.note(SimulatorEvent.Kind.PING_RECEIVED, "");
      pingPong.answeredBy(text);
      session.wire().put(new PongWebSocketFrame(frame.content().retain()));
    } else if (frame instanceof PongWebSocketFrame) {
      onPong(text);
    } else if (frame instanceof CloseWebSocketFrame close) {
      onClose(close);
    } else {
      refuse(ServerCode.OPSP9999);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    pingPong.stop();
    session.ended("the client left without a close frame");
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    if (!context.channel().isWritable()) {
      session.drop("the client reads too slowly");
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    session.drop(cause.getClass().getSimpleName());
  }

  private void onText(String text) {
    if (pingPong.answeredBy(text)) {
      return;
    }
    if (text.contains("PINGPONG")) {
      refuse(ServerCode.OPSP8993);
      return;
    }
    try {
      desk.handle(session, Request.parse(text));
    } catch (MalformedRequestException e) {
      boolean wrongAnswer = e.code() == ServerCode.OPSP9999 && pingPong.waiting();
      refuse(wrongAnswer ? ServerCode.OPSP8993 : e.code());
    }
  }

  private void onPong(String payload) {
    if (!pingPong.answeredBy(payload) && !session.pingAnswered(payload)) {
      session.drop("unsolicited Pong");
    }
  }

  private void onClose(CloseWebSocketFrame close) {
    if (session.closing()) {
      session.closeAcknowledged();
    } else if (close.statusCode() == NORMAL_CLOSURE) {
      session.closeCleanly();
    } else {
      session.drop("the client closed with " + close.statusCode());
    }
  }

  private void refuse(ServerCode code) {
    session.note(SimulatorEvent.Kind.REFUSED, code.name());
    session.sendText(Reply.of(code).aboutNothing());
  }
}
