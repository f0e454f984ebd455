package com.cottonerp.settings.http;

import com.cottonerp.defaults.deprecation.Sunset;
import com.cottonerp.defaults.problem.NotFound;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** An operation that ends. */
@Path("/api/v1/ageing/{id}")
@PermitAll
public class AgeingResource {
  @GET
  @Operation(summary = "One that ends", description = "It shows itself.")
  @Sunset(announced = "2026-12-01", ends = "2027-06-01", instead = "/api/v2/ageing")
  public String get(@PathParam("id") String id) {
    if (id.equals("none")) {
      throw new NotFound("ageing", id).refused();
    }
    return id;
  }
}
