package com.cottonerp.partners.locations;

import com.cottonerp.defaults.audit.Audited;
import com.cottonerp.defaults.http.Commands;
import com.cottonerp.defaults.http.Reply;
import com.cottonerp.defaults.paging.Page;
import com.cottonerp.defaults.security.Permission;
import com.cottonerp.partners.partner.BusinessPartner;
import com.cottonerp.partners.partner.PartnerAccess;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/partners/{id}/locations")
@Tag(name = "Partner locations")
public class LocationResource {
  private final Commands commands;
  private final PartnerAccess access;
  private final Locations locations;
  private final AddLocation addLocation;
  private final ChangeLocation changeLocation;
  private final RemoveLocation removeLocation;
  private final BookGoods bookGoods;
  private final LocationChecks checks;

  LocationResource(
      Commands commands,
      PartnerAccess access,
      Locations locations,
      AddLocation addLocation,
      ChangeLocation changeLocation,
      RemoveLocation removeLocation,
      BookGoods bookGoods,
      LocationChecks checks) {
    this.commands = commands;
    this.access = access;
    this.locations = locations;
    this.addLocation = addLocation;
    this.changeLocation = changeLocation;
    this.removeLocation = removeLocation;
    this.bookGoods = bookGoods;
    this.checks = checks;
  }

  @GET
  @RolesAllowed(Permission.PARTNER_READ)
  @WithSession
  @Operation(
      summary = "The places of a partner, the principal one first",
      description =
          "With canShip, canReceive, commodityCode or freeCapacity (in quintals) only those that"
              + " do: a capacity that is not known limits nothing.")
  public Uni<Page<LocationView>> list(
      @PathParam("id") UUID id,
      @QueryParam("canShip") Boolean canShip,
      @QueryParam("canReceive") Boolean canReceive,
      @QueryParam("commodityCode") @Size(max = 50) String commodityCode,
      @QueryParam("freeCapacity") @DecimalMin("0") BigDecimal freeCapacity) {
    return access
        .load(id)
        .chain(partner -> locations.of(partner.id()))
        .map(
            found ->
                found.stream()
                    .filter(place -> canShip == null || place.canShip == canShip)
                    .filter(place -> canReceive == null || place.canReceive == canReceive)
                    .filter(place -> commodityCode == null || place.takes(commodityCode))
                    .filter(place -> place.hasRoomFor(freeCapacity))
                    .map(Location::view)
                    .toList())
        .map(Page::whole);
  }

  @GET
  @Path("/{locationId}")
  @RolesAllowed(Permission.PARTNER_READ)
  @WithSession
  @Operation(summary = "One place of a partner")
  public Uni<LocationView> get(@PathParam("id") UUID id, @PathParam("locationId") UUID locationId) {
    return access
        .load(id)
        .chain(partner -> locations.get(partner.id(), locationId))
        .map(Location::view);
  }

  @POST
  @RolesAllowed(Permission.PARTNER_UPDATE)
  @Operation(
      summary = "Add a place",
      description =
          "ship_to is for partners who may buy; branch_different_state needs a GSTIN of the"
              + " partner's PAN, which the registry, where one is connected, has to know as active"
              + " and of that name. A default or head office takes the place of the one before.")
  @APIResponse(responseCode = "201", description = "The place; ETag is the partner's version")
  @APIResponse(
      responseCode = "400",
      description =
          "address-not-found, ship-to-needs-buyer, branch-needs-gstin, gstin-of-another-partner,"
              + " gstin-not-active, gstin-of-another-name, partner-inactive")
  @APIResponse(responseCode = "409", description = "branch-code-taken")
  public Uni<RestResponse<LocationView>> add(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid LocationBody body) {
    return checks
        .check(body)
        .chain(
            checked ->
                commands.once(
                    body,
                    () ->
                        access
                            .load(id, ifMatch)
                            .chain(
                                partner ->
                                    addLocation
                                        .add(partner, checked)
                                        .map(location -> created(partner, location)))));
  }

  private Reply<LocationView> created(BusinessPartner partner, Location location) {
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
      description = "If-Match with the partner's version is required.")
  @APIResponse(responseCode = "412", description = "stale-version")
  @APIResponse(responseCode = "428", description = "if-match-required")
  public Uni<RestResponse<LocationView>> update(
      @PathParam("id") UUID id,
      @PathParam("locationId") UUID locationId,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid LocationBody body) {
    return checks
        .check(body)
        .chain(
            checked ->
                Audited.transaction(
                    () ->
                        access
                            .loadMatching(id, ifMatch)
                            .chain(
                                partner ->
                                    changeLocation
                                        .change(partner, locationId, checked)
                                        .map(
                                            location ->
                                                Reply.ok(location.view())
                                                    .withVersion(partner.version())
                                                    .toResponse()))));
  }

  @POST
  @Path("/{locationId}/stock")
  @RolesAllowed(Permission.PARTNER_UPDATE)
  @Operation(
      summary = "Book goods in or out",
      description =
          "delta is added to the stock, which stays between 0 and the capacity; quintals.")
  @APIResponse(responseCode = "200", description = "The place; ETag is the partner's version")
  @APIResponse(responseCode = "400", description = "stock-does-not-fit, partner-inactive")
  public Uni<RestResponse<LocationView>> moveStock(
      @PathParam("id") UUID id,
      @PathParam("locationId") UUID locationId,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid StockBody body) {
    return commands.once(
        body,
        () ->
            access
                .load(id, ifMatch)
                .chain(
                    partner ->
                        bookGoods
                            .book(partner, locationId, body.delta())
                            .map(
                                location ->
                                    Reply.ok(location.view()).withVersion(partner.version()))));
  }

  @DELETE
  @Path("/{locationId}")
  @RolesAllowed(Permission.PARTNER_UPDATE)
  @Operation(
      summary = "Remove a place",
      description = "If-Match with the partner's version is required.")
  @APIResponse(responseCode = "204", description = "Removed")
  public Uni<RestResponse<Void>> remove(
      @PathParam("id") UUID id,
      @PathParam("locationId") UUID locationId,
      @HeaderParam("If-Match") String ifMatch) {
    return Audited.transaction(
        () ->
            access
                .loadMatching(id, ifMatch)
                .chain(partner -> removeLocation.remove(partner, locationId))
                .replaceWith(() -> RestResponse.noContent()));
  }
}
