package com.cottonerp.defaults.connections;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.util.concurrent.ScheduledFuture;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection whose client does not come to the end of the head of its request: of the
 * first one counted from when it is let in, of any other from its first byte. Bytes that trickle in
 * keep a connection from being idle, so an idle timeout never sees them. Used on the event loop of
 * its channel only.
 */
public final class HeaderDeadline extends ChannelInboundHandlerAdapter {
  private final Duration time;
  private ScheduledFuture<?> closing;
  private boolean serving;

  HeaderDeadline(Duration time) {
    this.time = time;
  }

  /** The deadline of the connection of a request; empty when the connection has none. */
  public static Optional<HeaderDeadline> of(HttpServerRequest request) {
    return request.connection() instanceof ConnectionBase connection
        ? Optional.ofNullable(connection.channel())
            .map(Channel::pipeline)
            .map(pipeline -> pipeline.get(HeaderDeadline.class))
        : Optional.empty();
  }

  /** The head of a request is complete. */
  public void met() {
    serving = true;
    cancel();
  }

  /** The request is answered: the next one may begin. */
  public void next() {
    serving = false;
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    begin(context);
    context.fireChannelActive();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object bytes) {
    if (!serving) {
      begin(context);
    }
    context.fireChannelRead(bytes);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    cancel();
    context.fireChannelInactive();
  }

  private void begin(ChannelHandlerContext context) {
    if (closing == null) {
      closing =
          context
              .executor()
              .schedule(() -> closeIfHttp(context), time.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  // A server of another protocol in the same process knows no heads; it has no decoder of HTTP.
  private static void closeIfHttp(ChannelHandlerContext context) {
    if (context.pipeline().get(HttpRequestDecoder.class) != null) {
      context.close();
    }
  }

  private void cancel() {
    if (closing != null) {
      closing.cancel(false);
      closing = null;
    }
  }
}
