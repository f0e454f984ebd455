package com.cottonerp.defaults.http;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a command answers: kept with its Idempotency-Key, so that a repeated request gets the same
 * answer. The body is anything that Jackson can write.
 */
public record Reply(int status, Map<String, String> headers, Object body) {
  public static Reply ok(Object body) {
    return new Reply(200, Map.of(), body);
  }

  public static Reply created(String location, Object body) {
    return new Reply(201, Map.of("Location", URI.create(location).toString()), body);
  }

  /** Adds the version of the aggregate after the change, as a strong {@code ETag}. */
  public Reply withVersion(long version) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put("ETag", EntityTags.of(version));
    return new Reply(status, all, body);
  }

  public Response toResponse() {
    Response.ResponseBuilder response = Response.status(status).entity(body);
    headers.forEach(response::header);
    return response.build();
  }
}
