package com.cottonerp.settings.places;

import com.cottonerp.defaults.paging.Page;
import com.cottonerp.defaults.problem.NotFound;
import com.cottonerp.defaults.security.Permission;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/places")
@Tag(name = "Places of a map")
@RolesAllowed(Permission.LOCATION_READ)
public class PlaceResource {
  private final PlaceLookup map;

  PlaceResource(PlaceLookup map) {
    this.map = map;
  }

  @GET
  @Operation(
      summary = "Look a place up",
      description =
          "What the map says of a text of 2 characters at least, best match first; source names the"
              + " map. The built-in one is a short list of towns, not verified. Stores nothing.")
  @APIResponse(responseCode = "200", description = "The places")
  public Uni<Page<Place>> searchPlaces(
      @QueryParam("q") @NotNull @Size(min = 2, max = 100) String q,
      @QueryParam("limit") @DefaultValue("10") @Min(1) @Max(50) int limit) {
    return map.search(q, limit).map(Page::whole);
  }

  @GET
  @Path("/{placeId}")
  @Operation(
      summary = "One place of the map",
      description = "Can be posted to /locations but for its source.")
  @APIResponse(responseCode = "200", description = "The place")
  public Uni<Place> get(@PathParam("placeId") @Size(max = 255) String placeId) {
    return map.find(placeId)
        .map(place -> place.orElseThrow(() -> new NotFound("place", placeId).refused()));
  }
}
