package com.cottonerp.settings.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** An endpoint whose author forgot to declare the permitted users. */
@Path("/api/v1/forgotten")
public class UnannotatedResource {
  @GET
  @Operation(hidden = true)
  public String secret() {
    return "secret";
  }
}
