package com.cottonerp.defaults.http;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * What a command answers: kept with its Idempotency-Key, so that a repeated request gets the same
 * answer. Immutable.
 *
 * @param <T> what the API shows; anything that Jackson can write
 */
public record Reply<T>(int status, Map<String, String> headers, T body) {
  public static <T> Reply<T> ok(T body) {
    return new Reply<>(200, Map.of(), body);
  }

  /**
   * @param location where a GET finds what was created
   */
  public static <T> Reply<T> created(String location, T body) {
    return new Reply<>(201, Map.of("Location", URI.create(location).toString()), body);
  }

  /** Adds the version of the aggregate after the change, as a strong {@code ETag}. */
  public Reply<T> withVersion(long version) {
    return with("ETag", EntityTags.of(version));
  }

  /** Adds a header, or replaces it. */
  public Reply<T> with(String header, String value) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put(header, value);
    return new Reply<>(status, all, body);
  }

  public RestResponse<T> toResponse() {
    RestResponse.ResponseBuilder<T> response =
        RestResponse.ResponseBuilder.<T>create(status).entity(body);
    headers.forEach(response::header);
    return response.build();
  }
}
