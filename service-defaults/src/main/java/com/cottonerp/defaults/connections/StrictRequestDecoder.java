package com.cottonerp.defaults.connections;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import java.util.List;

/**
 * Refuses with 400 what a gateway before this program may read in another way, so that nobody hides
 * a second request in a first one: two lengths of one body, and bytes before a request line that
 * the framework would skip. Used on the event loop of its channel only.
 */
final class StrictRequestDecoder extends VertxHttpRequestDecoder {
  private boolean atStart = true;
  private boolean refused;

  StrictRequestDecoder(HttpServerOptions limits) {
    super(limits);
  }

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf buffer, List<Object> out)
      throws Exception {
    if (refused) {
      buffer.skipBytes(buffer.readableBytes());
      return;
    }
    if (atStart) {
      int first = firstOfLine(buffer);
      if (first >= 0 && (first <= ' ' || first >= 0x7f)) {
        refuse(buffer, out);
        return;
      }
      atStart = first < 0;
    }
    int before = out.size();
    super.decode(context, buffer, out);
    if (hasUnknownEncoding(out, before)) {
      out.subList(before, out.size()).clear();
      refuse(buffer, out);
      return;
    }
    if (!out.isEmpty() && out.get(out.size() - 1) instanceof LastHttpContent) {
      atStart = true;
    }
  }

  /** An exception here is an invalid message, after which nothing of the connection is read. */
  @Override
  protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
    throw new IllegalArgumentException("Content-Length and Transfer-Encoding");
  }

  // Of any other encoding than chunked the decoder does not know where the body ends: it would take
  // the body for the next request.
  private static boolean hasUnknownEncoding(List<Object> out, int from) {
    return out.subList(from, out.size()).stream()
        .filter(HttpRequest.class::isInstance)
        .map(request -> ((HttpRequest) request).headers())
        .anyMatch(
            headers ->
                headers.getAll(HttpHeaderNames.TRANSFER_ENCODING).stream()
                    .anyMatch(encoding -> !encoding.strip().equalsIgnoreCase("chunked")));
  }

  // Empty lines before a request line are allowed (RFC 9112, 2.2); negative when there is no more.
  private static int firstOfLine(ByteBuf buffer) {
    for (int index = buffer.readerIndex(); index < buffer.writerIndex(); index++) {
      int value = buffer.getUnsignedByte(index);
      if (value != '\r' && value != '\n') {
        return value;
      }
    }
    return -1;
  }

  private void refuse(ByteBuf buffer, List<Object> out) {
    refused = true;
    buffer.skipBytes(buffer.readableBytes());
    HttpMessage invalid = createInvalidMessage();
    invalid.setDecoderResult(
        DecoderResult.failure(new IllegalArgumentException("Not a request line")));
    out.add(invalid);
  }

  /**
   * Puts itself in the place of the framework's decoder at the first byte of a connection. WHY
   * then: the decoder is not there yet when the connection is let in.
   */
  static final class Installed extends ChannelInboundHandlerAdapter {
    private final HttpServerOptions limits;

    Installed(HttpServerOptions limits) {
      this.limits = limits;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
      if (context.pipeline().get(VertxHttpRequestDecoder.class) != null) {
        String name = context.pipeline().context(VertxHttpRequestDecoder.class).name();
        context
            .pipeline()
            .replace(VertxHttpRequestDecoder.class, name, new StrictRequestDecoder(limits));
      }
      context.pipeline().remove(this);
      context.fireChannelRead(bytes);
    }
  }
}
