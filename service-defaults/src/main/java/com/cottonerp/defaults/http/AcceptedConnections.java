package com.cottonerp.defaults.http;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Gives each connection that a server of this process lets in its {@link HeaderDeadline}, which
 * closes those of HTTP only.
 */
public final class AcceptedConnections extends ChannelInitializerExtension {
  private static final String SETTING = "http.header-timeout";

  private final Duration headerTimeout =
      ConfigProvider.getConfig().getValue(SETTING, Duration.class);

  @Override
  public void postInitializeServerChildChannel(Channel connection) {
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
