package com.cottonerp.partners.locations;

import com.cottonerp.defaults.http.Commands;
import com.cottonerp.defaults.http.Reply;
import com.cottonerp.defaults.security.Permission;
import com.cottonerp.partners.partner.BusinessPartner;
import com.cottonerp.partners.partner.PartnerAccess;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/partners/{id}/locations")
@Tag(name = "Partner locations")
public class LocationResource {
  private final Commands commands;
  private final PartnerAccess access;
  private final Locations locations;
  private final LocationHandlers handlers;
  private final Geocoder geocoder;

  LocationResource(
      Commands commands,
      PartnerAccess access,
      Locations locations,
      LocationHandlers handlers,
      Geocoder geocoder) {
    this.commands = commands;
    this.access = access;
    this.locations = locations;
    this.handlers = handlers;
    this.geocoder = geocoder;
  }

  @GET
  @RolesAllowed(Permission.PARTNER_READ)
  @WithSession
  @Operation(summary = "The places of a partner, the principal one first")
  public Uni<List<LocationView>> list(@PathParam("id") UUID id) {
    return access
        .load(id)
        .chain(partner -> locations.of(partner.id()))
        .map(found -> found.stream().map(Location::view).toList());
  }

  @POST
  @RolesAllowed(Permission.PARTNER_UPDATE)
  @Operation(
      summary = "Add a place",
      description =
          "ship_to is for partners who may buy; branch_different_state needs a GSTIN of the partner's PAN."
              + " Needs PARTNER_UPDATE.")
  @APIResponse(responseCode = "201", description = "The place; ETag is the partner's version")
  @APIResponse(
      responseCode = "400",
      description =
          "address-not-found, ship-to-needs-buyer, branch-needs-gstin, gstin-of-another-partner")
  public Uni<Response> add(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid LocationBody body) {
    return geocoder
        .locate(body.address())
        .chain(
            position ->
                commands.once(
                    body,
                    () ->
                        access
                            .load(id, ifMatch)
                            .chain(
                                partner ->
                                    handlers
                                        .add(partner, body, position)
                                        .map(location -> created(partner, location)))));
  }

  private static Reply created(BusinessPartner partner, Location location) {
    return Reply.created(
            "/api/v1/partners/%s/locations/%s".formatted(partner.id(), location.id),
            location.view())
        .withVersion(partner.version());
  }

  @PUT
  @Path("/{locationId}")
  @RolesAllowed(Permission.PARTNER_UPDATE)
  @Operation(
      summary = "Change a place",
      description = "If-Match with the partner's version is required. Needs PARTNER_UPDATE.")
  @APIResponse(responseCode = "412", description = "stale-version")
  @APIResponse(responseCode = "428", description = "if-match-required")
  public Uni<Response> update(
      @PathParam("id") UUID id,
      @PathParam("locationId") UUID locationId,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid LocationBody body) {
    return geocoder
        .locate(body.address())
        .chain(
            position ->
                Panache.withTransaction(
                    () ->
                        access
                            .loadMatching(id, ifMatch)
                            .chain(
                                partner ->
                                    handlers
                                        .update(partner, locationId, body, position)
                                        .map(
                                            location ->
                                                Reply.ok(location.view())
                                                    .withVersion(partner.version())
                                                    .toResponse()))));
  }

  @DELETE
  @Path("/{locationId}")
  @RolesAllowed(Permission.PARTNER_UPDATE)
  @Operation(
      summary = "Remove a place",
      description = "If-Match with the partner's version is required. Needs PARTNER_UPDATE.")
  @APIResponse(responseCode = "204", description = "Removed")
  public Uni<Response> remove(
      @PathParam("id") UUID id,
      @PathParam("locationId") UUID locationId,
      @HeaderParam("If-Match") String ifMatch) {
    return Panache.withTransaction(
        () ->
            access
                .loadMatching(id, ifMatch)
                .chain(partner -> handlers.remove(partner, locationId))
                .replaceWith(() -> Response.noContent().build()));
  }
}
