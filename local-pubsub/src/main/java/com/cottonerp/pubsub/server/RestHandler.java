package com.cottonerp.pubsub.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.MessageOrBuilder;
import com.google.protobuf.Value;
import com.google.protobuf.util.JsonFormat;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;

/** The same calls as JSON over HTTP/1.1, for tools. One request per connection. */
final class RestHandler extends SimpleChannelInboundHandler<FullHttpRequest> {
  private static final String ERROR =
      """
      {"error": {"code": %d, "message": %s, "status": "%s"}}
      """;

  private final RestRoutes routes;

  RestHandler(RestRoutes routes) {
    this.routes = routes;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
    QueryStringDecoder uri = new QueryStringDecoder(request.uri());
    String body = request.content().toString(UTF_8);
    StreamObserver<Message> client = new Client(context);
    try {
      routes.call(request.method().name(), uri.path(), uri.parameters(), body, client);
    } catch (InvalidProtocolBufferException | IllegalArgumentException wrong) {
      client.onError(
          Status.INVALID_ARGUMENT.withDescription(wrong.getMessage()).asRuntimeException());
    } catch (RuntimeException failure) {
      client.onError(Answers.refusal(failure));
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
    context.close();
  }

  private static void send(ChannelHandlerContext context, int status, String json) {
    FullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.valueOf(status),
            Unpooled.copiedBuffer(json, UTF_8));
    response
        .headers()
        .set(HttpHeaderNames.CONTENT_TYPE, "application/json; charset=utf-8")
        .set(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes())
        .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
  }

  private static int httpStatus(Status.Code code) {
    return switch (code) {
      case INVALID_ARGUMENT, FAILED_PRECONDITION, OUT_OF_RANGE -> 400;
      case UNAUTHENTICATED -> 401;
      case PERMISSION_DENIED -> 403;
      case NOT_FOUND -> 404;
      case ALREADY_EXISTS, ABORTED -> 409;
      case RESOURCE_EXHAUSTED -> 429;
      case UNIMPLEMENTED -> 501;
      case UNAVAILABLE -> 503;
      case DEADLINE_EXCEEDED -> 504;
      default -> 500;
    };
  }

  private record Client(ChannelHandlerContext context) implements StreamObserver<Message> {
    @Override
    public void onNext(Message message) {
      send(context, 200, json(message));
    }

    private static String json(MessageOrBuilder message) {
      try {
        return JsonFormat.printer().print(message) + "\n";
      } catch (InvalidProtocolBufferException impossible) {
        throw new IllegalStateException(impossible);
      }
    }

    @Override
    public void onError(Throwable failure) {
      Status status = Status.fromThrowable(failure);
      int code = httpStatus(status.getCode());
      String description = String.valueOf(status.getDescription());
      String message = json(Value.newBuilder().setStringValue(description)).strip();
      send(context, code, ERROR.formatted(code, message, status.getCode()));
    }

    @Override
    public void onCompleted() {}
  }
}
