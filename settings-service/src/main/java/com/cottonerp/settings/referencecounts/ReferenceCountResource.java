package com.cottonerp.settings.referencecounts;

import com.cottonerp.defaults.security.Permission;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Nullable;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
    return view(id, counts.ofCommodity(id));
  }

  @GET
  @Path("/locations/{id}")
  @Operation(
      summary = "How many open posts use a location",
      description = "A read model; 0 for a location that nobody uses.")
  @APIResponse(responseCode = "200", description = "The count")
  public Uni<CountView> countLocationReferences(@PathParam("id") UUID id) {
    return view(id, counts.ofLocation(id));
  }

  private Uni<CountView> view(UUID id, Uni<Long> count) {
    return count.chain(
        openPosts -> counts.verifiedAt().map(at -> new CountView(id, openPosts, at)));
  }

  public record CountView(
      UUID id,
      long openPosts,
      @Nullable
          @Schema(
              description =
                  "When the count was last compared with what was published and lacked nothing;"
                      + " null: never yet, or something is missing and asked for again")
          Instant verifiedAt) {}
}
