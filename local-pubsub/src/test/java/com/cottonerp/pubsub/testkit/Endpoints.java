package com.cottonerp.pubsub.testkit;

import com.cottonerp.pubsub.server.PubSubServer;
import com.google.auth.oauth2.GoogleCredentials;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The endpoints: our server always, Google's emulator when the emulator is installed, the service
 * when {@code -Dpubsub.project} names a project that the default credentials may use. Started once
 * for all tests.
 */
public final class Endpoints {
  private static final List<Endpoint> ALL = new ArrayList<>();

  private Endpoints() {}

  /** Supplies the parameter of every contract test. */
  public static synchronized Stream<Endpoint> all() {
    if (ALL.isEmpty()) {
      ALL.add(local());
      InstalledEmulator.find().map(Endpoints::emulator).ifPresent(ALL::add);
      String project = System.getProperty("pubsub.project", "");
      if (!project.isEmpty()) {
        ALL.add(service(project));
      }
    }
    return ALL.stream();
  }

  private static Endpoint local() {
    try {
      PubSubServer server =
          PubSubServer.start("127.0.0.1", 0, Files.createTempDirectory("pubsub-contract"), false);
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      return plain(Endpoint.Kind.LOCAL, "127.0.0.1:" + server.port());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Endpoint emulator(InstalledEmulator installed) {
    return plain(Endpoint.Kind.EMULATOR, installed.start());
  }

  private static Endpoint plain(Endpoint.Kind kind, String target) {
    ManagedChannel channel = ManagedChannelBuilder.forTarget(target).usePlaintext().build();
    return new Endpoint(kind, "contract", channel, channel);
  }

  private static Endpoint service(String project) {
    ManagedChannel channel = ManagedChannelBuilder.forTarget("pubsub.googleapis.com:443").build();
    try {
      GoogleCredentials credentials =
          GoogleCredentials.getApplicationDefault()
              .createScoped("https://www.googleapis.com/auth/pubsub");
      credentials.refreshIfExpired();
      Metadata token = new Metadata();
      token.put(
          Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER),
          "Bearer " + credentials.getAccessToken().getTokenValue());
      Channel authorized =
          ClientInterceptors.intercept(channel, MetadataUtils.newAttachHeadersInterceptor(token));
      return new Endpoint(Endpoint.Kind.SERVICE, project, channel, authorized);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
