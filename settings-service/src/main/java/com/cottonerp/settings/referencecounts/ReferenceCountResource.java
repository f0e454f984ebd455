package com.cottonerp.settings.referencecounts;

import com.cottonerp.defaults.security.Permission;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/reference-counts")
@Tag(name = "Reference counts")
@RolesAllowed(Permission.COMMODITY_READ)
@WithSession
public class ReferenceCountResource {
  private final ReferenceCounts counts;

  ReferenceCountResource(ReferenceCounts counts) {
    this.counts = counts;
  }

  @GET
  @Path("/commodities/{id}")
  @Operation(
      summary = "How many open posts use a commodity",
      description = "A read model; 0 for a commodity that nobody uses.")
  @APIResponse(responseCode = "200", description = "The count")
  public Uni<CountView> countCommodityReferences(@PathParam("id") UUID id) {
    return counts.ofCommodity(id).map(count -> new CountView(id, count));
  }

  @GET
  @Path("/locations/{id}")
  @Operation(
      summary = "How many open posts use a location",
      description = "A read model; 0 for a location that nobody uses.")
  @APIResponse(responseCode = "200", description = "The count")
  public Uni<CountView> countLocationReferences(@PathParam("id") UUID id) {
    return counts.ofLocation(id).map(count -> new CountView(id, count));
  }

  public record CountView(UUID id, long openPosts) {}
}
