package com.cottonerp.defaults.connections;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * From where a request comes. {@code X-Forwarded-For} is believed as far as proxies that are
 * trusted wrote it: the first address from its end that is none of theirs. Without such proxies it
 * is ignored, since every client can send it. Thread-safe.
 *
 * <p>WHY not the framework's: it takes the beginning of the header, which a proxy that appends to
 * it has from the client.
 */
@ApplicationScoped
public class ClientAddresses {
  private final List<IpSubnetFilterRule> trusted;

  /**
   * @param trusted addresses such as {@code 10.1.2.3} and networks such as {@code 10.0.0.0/8}
   */
  ClientAddresses(@ConfigProperty(name = "http.trusted-proxies") Optional<List<String>> trusted) {
    this.trusted = trusted.orElse(List.of()).stream().map(ClientAddresses::network).toList();
  }

  private static IpSubnetFilterRule network(String text) {
    String[] parts = text.trim().split("/", 2);
    InetAddress address = address(parts[0]);
    if (address == null) {
      throw new IllegalArgumentException(
          "http.trusted-proxies: '%s' is no address or network".formatted(text));
    }
    int bits = parts.length == 1 ? address.getAddress().length * 8 : Integer.parseInt(parts[1]);
    return new IpSubnetFilterRule(address, bits, IpFilterRuleType.ACCEPT);
  }

  /** The address in text; null where the request came through no network. */
  public String of(HttpServerRequest request) {
    SocketAddress peer = request.remoteAddress();
    return peer == null || peer.hostAddress() == null
        ? null
        : of(peer.hostAddress(), request.headers().getAll("X-Forwarded-For"));
  }

  String of(String peer, List<String> forwarded) {
    List<String> hops = new ArrayList<>();
    forwarded.forEach(header -> hops.addAll(Arrays.asList(header.split(","))));
    String client = peer;
    for (int i = hops.size() - 1; i >= 0 && isTrusted(client); i--) {
      String hop = hops.get(i).trim();
      if (address(hop) == null) {
        return client;
      }
      client = hop;
    }
    return client;
  }

  private boolean isTrusted(String text) {
    if (trusted.isEmpty()) {
      return false;
    }
    InetSocketAddress address = new InetSocketAddress(address(text), 0);
    return trusted.stream().anyMatch(network -> network.matches(address));
  }

  // Of a literal only: nothing that a client sends is looked up in the DNS.
  private static InetAddress address(String text) {
    return NetUtil.createInetAddressFromIpAddressString(text);
  }
}
