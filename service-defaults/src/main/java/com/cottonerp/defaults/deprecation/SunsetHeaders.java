package com.cottonerp.defaults.deprecation;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Tells with every answer of an operation with a {@link Sunset} when it ends. Thread-safe. */
class SunsetHeaders {
  // As many entries as there are operations.
  private final Map<Method, Optional<SunsetDays>> days = new ConcurrentHashMap<>();

  @ServerResponseFilter
  public void tell(ResourceInfo resource, ContainerResponseContext response) {
    Method operation = resource.getResourceMethod();
    if (operation == null) {
      return;
    }
    days.computeIfAbsent(operation, SunsetDays::of)
        .ifPresent(
            sunset -> {
              response.getHeaders().putSingle("Deprecation", sunset.deprecation());
              response.getHeaders().putSingle("Sunset", sunset.sunset());
              response.getHeaders().add("Link", sunset.link());
            });
  }
}
