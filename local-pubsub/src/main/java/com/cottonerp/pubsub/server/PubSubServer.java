package com.cottonerp.pubsub.server;

import com.cottonerp.pubsub.broker.Broker;
import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * A broker that answers Google's clients (gRPC without TLS) and {@code curl} (REST) on one port.
 * One thread does all work except the compaction of the journal. Thread-safe.
 */
public final class PubSubServer implements AutoCloseable {
  private static final int LARGEST_REQUEST = 20 << 20;
  private static final long CLOSE_MILLIS = 500;

  private final EventLoopGroup group;
  private final Broker broker;
  private final Server server;

  private PubSubServer(EventLoopGroup group, Broker broker, Server server) {
    this.group = group;
    this.broker = broker;
    this.server = server;
  }

  /**
   * Reads the folder, and then starts.
   *
   * @param port 0 for any port
   * @param faults whether {@code POST /faults} is allowed
   */
  public static PubSubServer start(String host, int port, Path data, boolean faults) {
    EventLoopGroup group = new NioEventLoopGroup(1, new DefaultThreadFactory("pubsub"));
    try {
      EventLoop loop = group.next();
      LoopTime time = new LoopTime(loop);
      Broker broker = loop.submit(() -> Broker.open(data, time, PubSubServer::inBackground)).get();
      loop.scheduleWithFixedDelay(broker::forgetOld, 1, 1, TimeUnit.MINUTES);
      return new PubSubServer(group, broker, listen(host, port, group, broker, time, faults));
    } catch (IOException | ExecutionException | InterruptedException failure) {
      group.shutdownGracefully(0, 0, TimeUnit.MILLISECONDS);
      throw new IllegalStateException("The Pub/Sub server did not start", failure);
    }
  }

  private static Server listen(
      String host, int port, EventLoopGroup group, Broker broker, LoopTime time, boolean faults)
      throws IOException {
    PublisherService publisher = new PublisherService(broker, time);
    SubscriberService subscriber = new SubscriberService(broker, time);
    RestRoutes routes = new RestRoutes(publisher, subscriber, new FaultsEndpoint(broker, faults));
    return NettyServerBuilder.forAddress(new InetSocketAddress(host, port))
        .bossEventLoopGroup(group)
        .workerEventLoopGroup(group)
        .channelType(NioServerSocketChannel.class)
        .directExecutor()
        .protocolNegotiator(new FrontDoor(() -> new RestHandler(routes)))
        .maxInboundMessageSize(LARGEST_REQUEST)
        // WHY: the server must soon notice a vanished client, and send no more messages there.
        .keepAliveTime(5, TimeUnit.SECONDS)
        .keepAliveTimeout(5, TimeUnit.SECONDS)
        .permitKeepAliveTime(1, TimeUnit.SECONDS)
        .permitKeepAliveWithoutCalls(true)
        .addService(publisher)
        .addService(subscriber)
        .addService(new IamService(broker::exists))
        .build()
        .start();
  }

  private static void inBackground(Runnable work) {
    Thread thread = new Thread(work, "pubsub-compaction");
    thread.setDaemon(true);
    thread.start();
  }

  public int port() {
    return server.getPort();
  }

  /** Blocks until the server ends. */
  public void await() throws InterruptedException {
    server.awaitTermination();
  }

  /** Calls in flight end with an error. All answered changes are on disk already. */
  @Override
  public void close() {
    server.shutdownNow();
    try {
      server.awaitTermination(CLOSE_MILLIS, TimeUnit.MILLISECONDS);
      group.next().submit(broker::close).get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException failure) {
      throw new IllegalStateException("The journal was not closed", failure);
    }
    group.shutdownGracefully(0, CLOSE_MILLIS, TimeUnit.MILLISECONDS).syncUninterruptibly();
  }
}
