package io.github.kisconnect.simulator;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import java.net.InetSocketAddress;
import java.util.function.Supplier;

/** One listening port. */
final class Listener {

  private static final int MAX_REQUEST = 1 << 20;
  private static final WriteBufferWaterMark SLOW_READER =
      new WriteBufferWaterMark(8 << 20, 16 << 20);

  private final ServerBootstrap bootstrap;
  private final ChannelGroup channels;
  private final String host;
  private final String option;
  private volatile Channel channel;

  /**
   * @param channels gets the listening channel and every connection
   * @param option how the port is named on the command line
   * @param handler makes the handler of the HTTP requests of a connection
   */
  Listener(
      EventLoopGroup group,
      ChannelGroup channels,
      String host,
      String option,
      Supplier<? extends ChannelHandler> handler) {
    this.channels = channels;
    this.host = host;
    this.option = option;
    this.bootstrap =
        new ServerBootstrap()
            .group(group)
            .channel(NioServerSocketChannel.class)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, SLOW_READER)
            .childHandler(
                new ChannelInitializer<>() {
                  @Override
                  protected void initChannel(Channel connection) {
                    channels.add(connection);
                    connection
                        .pipeline()
                        .addLast(new HttpServerCodec())
                        .addLast(new HttpObjectAggregator(MAX_REQUEST))
                        .addLast(handler.get());
                  }
                });
  }

  /**
   * Listens; any thread but the event loop.
   *
   * @param port 0 picks a free one
   * @throws IllegalStateException with a sentence, where the port is taken
   */
  void open(int port) {
    ChannelFuture bound = bootstrap.bind(host, port).awaitUninterruptibly();
    if (!bound.isSuccess()) {
      throw new IllegalStateException(
          "Cannot listen on %s:%d (%s). Free that port or choose another with %s; 0 picks a free one."
              .formatted(host, port, bound.cause().getMessage(), option),
          bound.cause());
    }
    listenOn(bound.channel());
  }

  private void listenOn(Channel listening) {
    channel = listening;
    channels.add(listening);
  }

  int port() {
    return ((InetSocketAddress) channel.localAddress()).getPort();
  }

  /** Stops listening; event loop only. */
  void close() {
    channel.close().addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
  }

  /** Listens on the port again; event loop only. */
  void reopen(int port, Runnable then) {
    bootstrap
        .bind(host, port)
        .addListener(
            (ChannelFuture bound) -> {
              listenOn(bound.channel());
              then.run();
            });
  }
}
