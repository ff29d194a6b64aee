package io.github.kisconnect.simulator;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;

/** The REST port: approval, access token and administration. Event loop only. */
final class HttpHandler extends SimpleChannelInboundHandler<FullHttpRequest> {

  private final ApprovalEndpoint approval;
  private final AdminEndpoint admin;

  HttpHandler(ApprovalEndpoint approval, AdminEndpoint admin) {
    this.approval = approval;
    this.admin = admin;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext http, FullHttpRequest request) {
    String path = new QueryStringDecoder(request.uri()).path();
    String route = request.method() + " " + path;
    String body = request.content().toString(StandardCharsets.UTF_8);
    boolean keepAlive = HttpUtil.isKeepAlive(request);
    if (route.equals("POST /oauth2/Approval")) {
      new EventThread(http.channel().eventLoop())
          .after(approval.delay(), () -> answer(http, approval.approve(body), keepAlive));
    } else if (route.equals("POST /oauth2/tokenP")) {
      answer(http, approval.accessToken(body), keepAlive);
    } else if (path.startsWith("/admin/")) {
      answer(http, admin.handle(route, body), keepAlive);
    } else {
      answer(http, HttpAnswer.error(404, "EGW00404", "Nothing is here."), keepAlive);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext http, Throwable cause) {
    http.close().addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
  }

  private static void answer(ChannelHandlerContext http, HttpAnswer answer, boolean keepAlive) {
    FullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.valueOf(answer.status()),
            Unpooled.copiedBuffer(answer.body(), StandardCharsets.UTF_8));
    response.headers().set(HttpHeaderNames.CONTENT_TYPE, answer.contentType());
    HttpUtil.setContentLength(response, response.content().readableBytes());
    HttpUtil.setKeepAlive(response, keepAlive);
    http.writeAndFlush(response)
        .addListener(
            keepAlive
                ? ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE
                : ChannelFutureListener.CLOSE);
  }
}
