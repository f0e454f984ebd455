package com.cottonerp.defaults.connections;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Programs speak HTTP/1.1 to the gateway before them. An upgrade to HTTP/2 without TLS would leave
 * every limit of a connection behind, so it is not offered: the request is answered as it is.
 */
@ApplicationScoped
class Connections implements HttpServerOptionsCustomizer {
  @Override
  public void customizeHttpServer(HttpServerOptions options) {
    options.setHttp2ClearTextEnabled(false);
  }
}
