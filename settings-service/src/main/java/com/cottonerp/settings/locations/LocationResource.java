package com.cottonerp.settings.locations;

import com.cottonerp.contracts.settings.v1.LocationSnapshot;
import com.cottonerp.defaults.http.ChangeById;
import com.cottonerp.defaults.http.Commands;
import com.cottonerp.defaults.paging.Page;
import com.cottonerp.defaults.paging.PageRequest;
import com.cottonerp.defaults.security.Permission;
import com.cottonerp.defaults.sources.IdSource;
import com.cottonerp.settings.referencecounts.ReferenceCounts;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/locations")
@Tag(name = "Locations")
public class LocationResource {
  private final Commands commands;
  private final ChangeById<Location, LocationSnapshot> change;
  private final Locations locations;
  private final ReferenceCounts references;
  private final IdSource ids;

  LocationResource(
      Commands commands, Locations locations, ReferenceCounts references, IdSource ids) {
    this.commands = commands;
    change =
        new ChangeById<>(
            commands, locations::get, Location::version, locations::save, Location::view);
    this.locations = locations;
    this.references = references;
    this.ids = ids;
  }

  @GET
  @RolesAllowed(Permission.LOCATION_READ)
  @WithSession
  @Operation(
      summary = "Places, oldest first",
      description =
          "Cursor paging: repeat with after = next. q is words of name, city and state, each by its"
              + " beginning.")
  public Uni<Page<LocationSnapshot>> list(
      @QueryParam("q") @Size(max = 100) String q,
      @QueryParam("stateCode") @Size(max = 100) String stateCode,
      @QueryParam("region") @Size(max = 20) String region,
      @QueryParam("active") Boolean active,
      @Valid @BeanParam PageRequest page) {
    return locations.listing(q, stateCode, region, active).page(page, Location::view);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Permission.LOCATION_READ)
  @WithSession
  @Operation(summary = "One place")
  @APIResponse(responseCode = "200", description = "The place; ETag is its version")
  public Uni<RestResponse<LocationSnapshot>> get(@PathParam("id") UUID id) {
    return change.get(id);
  }

  @POST
  @RolesAllowed(Permission.LOCATION_CREATE)
  @Operation(
      summary = "Create a place",
      description =
          "A placeId is one location only. In India the region follows from the state, and the time"
              + " zone is Asia/Kolkata. Nothing is verified with a map.")
  @APIResponse(responseCode = "201", description = "The place; ETag is its version")
  @APIResponse(responseCode = "409", description = "place-taken; the detail names the location")
  public Uni<RestResponse<LocationSnapshot>> create(@NotNull @Valid LocationBody body) {
    UUID id = ids.next();
    return commands.once(
        body,
        () ->
            locations
                .refuseTaken(body.placeId(), id)
                .map(free -> Location.create(id, body))
                .chain(locations::save)
                .map(location -> change.created("/api/v1/locations/" + id, location)));
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed(Permission.LOCATION_UPDATE)
  @Operation(summary = "Change a place", description = "If-Match with its version is required.")
  @APIResponse(responseCode = "409", description = "place-taken")
  public Uni<RestResponse<LocationSnapshot>> update(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid LocationBody body) {
    return change.put(
        id,
        ifMatch,
        location -> locations.refuseTaken(body.placeId(), id).invoke(() -> location.change(body)));
  }

  @POST
  @Path("/{id}/deactivation")
  @RolesAllowed(Permission.LOCATION_UPDATE)
  @Operation(summary = "Take a place out of use", description = "New posts may not name it.")
  @APIResponse(responseCode = "400", description = "location-inactive")
  public Uni<RestResponse<LocationSnapshot>> deactivate(
      @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
    return change.post(id, ifMatch, id, Location::deactivate);
  }

  @POST
  @Path("/{id}/activation")
  @RolesAllowed(Permission.LOCATION_UPDATE)
  @Operation(summary = "Bring a place back into use")
  @APIResponse(responseCode = "400", description = "location-active")
  public Uni<RestResponse<LocationSnapshot>> activate(
      @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
    return change.post(id, ifMatch, id, Location::activate);
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Permission.LOCATION_DELETE)
  @Operation(
      summary = "Remove a place from use",
      description =
          "It stays readable, since past trades name it, but is not active. Refused while open"
              + " posts use it. If-Match with its version is required.")
  @APIResponse(responseCode = "204", description = "Removed")
  @APIResponse(responseCode = "409", description = "location-in-use")
  public Uni<RestResponse<Void>> delete(
      @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
    return change.delete(
        id, ifMatch, location -> refuseInUse(location).invoke(location::deactivate));
  }

  private Uni<Void> refuseInUse(Location location) {
    return references
        .ofLocation(location.id())
        .invoke(
            openPosts -> {
              if (openPosts > 0) {
                throw new LocationRefusal.LocationInUse(location.id(), openPosts).refused();
              }
            })
        .replaceWithVoid();
  }
}
