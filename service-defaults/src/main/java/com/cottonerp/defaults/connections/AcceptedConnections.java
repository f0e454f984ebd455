package com.cottonerp.defaults.connections;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;
import io.vertx.core.http.HttpServerOptions;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Gives each connection that a server of this process lets in its {@link HeaderDeadline} and a
 * {@link StrictRequestDecoder}, which have to do with those of HTTP only.
 */
public final class AcceptedConnections extends ChannelInitializerExtension {
  private static final String SETTING = "http.header-timeout";

  private static final String LIMITS = "quarkus.http.limits.";

  private final Config config = ConfigProvider.getConfig();
  private final Duration headerTimeout = config.getValue(SETTING, Duration.class);
  private final HttpServerOptions limits =
      new HttpServerOptions()
          .setMaxInitialLineLength(config.getValue(LIMITS + "max-initial-line-length", int.class))
          .setMaxHeaderSize(
              config
                  .getValue(LIMITS + "max-header-size", MemorySize.class)
                  .asBigInteger()
                  .intValue());

  @Override
  public void postInitializeServerChildChannel(Channel connection) {
    connection.pipeline().addFirst(new StrictRequestDecoder.Installed(limits));
    connection.pipeline().addFirst(new HeaderDeadline(headerTimeout));
  }

  /**
   * Has Netty look for extensions. WHY here: neither the framework nor its HTTP server hands out a
   * connection before its first request, and Netty decides whether there are extensions when the
   * first connection of the process is made; settings are read before that.
   */
  public static final class Enabled implements SmallRyeConfigBuilderCustomizer {
    @Override
    public void configBuilder(SmallRyeConfigBuilder builder) {
      System.setProperty(ChannelInitializerExtension.EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
    }
  }
}
