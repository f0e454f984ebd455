package com.cottonerp.pubsub.server;

import io.grpc.netty.GrpcHttp2ConnectionHandler;
import io.grpc.netty.InternalProtocolNegotiator;
import io.grpc.netty.InternalProtocolNegotiators;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.util.AsciiString;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * One port for gRPC and for HTTP/1.1. The first bytes of a connection tell the protocol: HTTP/2
 * begins with {@code PRI}, which is no method of HTTP/1.1.
 */
final class FrontDoor implements InternalProtocolNegotiator.ProtocolNegotiator {
  private static final int LARGEST_BODY = 20 << 20;
  private static final byte[] HTTP_2 = {'P', 'R', 'I', ' '};

  private final InternalProtocolNegotiator.ProtocolNegotiator grpc =
      InternalProtocolNegotiators.serverPlaintext();
  private final Supplier<ChannelHandler> rest;

  FrontDoor(Supplier<ChannelHandler> rest) {
    this.rest = rest;
  }

  @Override
  public AsciiString scheme() {
    return grpc.scheme();
  }

  @Override
  public ChannelHandler newHandler(GrpcHttp2ConnectionHandler connection) {
    return new FirstBytes(grpc.newHandler(connection));
  }

  @Override
  public void close() {
    grpc.close();
  }

  private final class FirstBytes extends ByteToMessageDecoder {
    private final ChannelHandler grpcHandler;

    /** The first event that gRPC sends through the pipeline, kept until gRPC's handler is there. */
    private Object beginning;

    FirstBytes(ChannelHandler grpcHandler) {
      this.grpcHandler = grpcHandler;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
      beginning = event;
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf input, List<Object> out) {
      if (input.readableBytes() < HTTP_2.length) {
        return;
      }
      ChannelPipeline pipeline = context.pipeline();
      byte[] first = ByteBufUtil.getBytes(input, input.readerIndex(), HTTP_2.length);
      if (Arrays.equals(first, HTTP_2)) {
        pipeline.addAfter(context.name(), null, grpcHandler);
        context.fireUserEventTriggered(beginning);
      } else {
        pipeline.addAfter(context.name(), "rest", rest.get());
        pipeline.addAfter(context.name(), "body", new HttpObjectAggregator(LARGEST_BODY));
        pipeline.addAfter(context.name(), "http", new HttpServerCodec());
      }
      // Removing this handler passes the bytes on to the next handler.
      pipeline.remove(this);
    }
  }
}
