package io.github.kisconnect.simulator;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import java.nio.channels.ClosedChannelException;
import java.util.List;

/** The socket of one session, which may play dead. Event loop only. */
final class SessionWire {

  /** What is kept free before a client counts as too slow. */
  private static final long SLOW_READER_RESERVE = 12L << 20;

  private final Channel channel;
  private boolean silent;

  SessionWire(Channel channel) {
    this.channel = channel;
  }

  boolean silent() {
    return silent;
  }

  /** Neither reads nor writes from now on. */
  void fallSilent() {
    silent = true;
    channel.config().setAutoRead(false);
  }

  /**
   * Writes one text message in as many frames as it has pieces, and tells how the last one went.
   */
  void text(List<byte[]> pieces, ChannelFutureListener done) {
    int last = pieces.size() - 1;
    for (int i = 0; i <= last; i++) {
      var bytes = Unpooled.wrappedBuffer(pieces.get(i));
      put(
          i == 0
              ? new TextWebSocketFrame(i == last, 0, bytes)
              : new ContinuationWebSocketFrame(i == last, 0, bytes),
          i == last ? done : written -> {});
    }
  }

  /** Takes one text message in one frame, to be sent by the next {@link #flush}. */
  void textLater(byte[] bytes) {
    TextWebSocketFrame frame = new TextWebSocketFrame(Unpooled.wrappedBuffer(bytes));
    if (silent) {
      ReferenceCountUtil.release(frame);
    } else {
      channel.write(frame).addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
    }
  }

  void flush() {
    channel.flush();
  }

  /** Whether so little waits to be read by the client that more may be written. */
  boolean hasRoom() {
    return channel.bytesBeforeUnwritable() > SLOW_READER_RESERVE;
  }

  void put(WebSocketFrame frame) {
    put(frame, written -> {});
  }

  void put(WebSocketFrame frame, ChannelFutureListener done) {
    if (silent) {
      ReferenceCountUtil.release(frame);
      channel.newFailedFuture(new ClosedChannelException()).addListener(done);
    } else {
      channel.writeAndFlush(frame).addListener(done);
    }
  }

  /** Ends the connection without a close frame. */
  void close() {
    channel.close().addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
  }

  /** Ends the connection by a TCP reset. */
  void reset() {
    channel.config().setOption(ChannelOption.SO_LINGER, 0);
    channel.close().addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
  }
}
