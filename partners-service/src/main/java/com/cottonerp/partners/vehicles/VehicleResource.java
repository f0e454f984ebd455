package com.cottonerp.partners.vehicles;

import com.cottonerp.defaults.audit.Audited;
import com.cottonerp.defaults.http.Commands;
import com.cottonerp.defaults.http.Reply;
import com.cottonerp.defaults.paging.Page;
import com.cottonerp.defaults.paging.PageRequest;
import com.cottonerp.defaults.security.Permission;
import com.cottonerp.partners.partner.PartnerAccess;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/partners/{id}/vehicles")
@Tag(name = "Vehicles")
public class VehicleResource {
  private final Commands commands;
  private final PartnerAccess access;
  private final Vehicles vehicles;
  private final AddVehicle addVehicle;
  private final ChangeVehicle changeVehicle;
  private final RemoveVehicle removeVehicle;
  private final VehicleRegistry registry;

  VehicleResource(
      Commands commands,
      PartnerAccess access,
      Vehicles vehicles,
      AddVehicle addVehicle,
      ChangeVehicle changeVehicle,
      RemoveVehicle removeVehicle,
      VehicleRegistry registry) {
    this.commands = commands;
    this.access = access;
    this.vehicles = vehicles;
    this.addVehicle = addVehicle;
    this.changeVehicle = changeVehicle;
    this.removeVehicle = removeVehicle;
    this.registry = registry;
  }

  @GET
  @RolesAllowed(Permission.PARTNER_READ)
  @WithSession
  @Operation(summary = "The vehicles of a partner, oldest first")
  public Uni<Page<Vehicle.View>> list(
      @PathParam("id") UUID id, @Valid @BeanParam PageRequest page) {
    return access.load(id).chain(partner -> vehicles.of(id).page(page, Vehicle::view));
  }

  @GET
  @Path("/{vehicleId}")
  @RolesAllowed(Permission.PARTNER_READ)
  @WithSession
  @Operation(summary = "One vehicle of a partner")
  public Uni<Vehicle.View> get(@PathParam("id") UUID id, @PathParam("vehicleId") UUID vehicleId) {
    return access
        .load(id)
        .chain(partner -> vehicles.get(partner.id(), vehicleId))
        .map(Vehicle::view);
  }

  @POST
  @RolesAllowed(Permission.PARTNER_UPDATE)
  @Operation(
      summary = "Add a vehicle",
      description =
          "For transporters; a number is registered once. What a registry says, where one is"
              + " connected, takes the place of owner, insurance and fitness.")
  @APIResponse(responseCode = "201", description = "The vehicle")
  @APIResponse(responseCode = "400", description = "transporters-only, partner-inactive")
  @APIResponse(responseCode = "409", description = "vehicle-taken")
  public Uni<RestResponse<Vehicle.View>> add(
      @PathParam("id") UUID id, @NotNull @Valid VehicleBody body) {
    return registry
        .lookUp(body.number())
        .chain(
            registered ->
                commands.once(
                    body,
                    () ->
                        access
                            .load(id)
                            .chain(partner -> addVehicle.add(partner, body, registered))
                            .map(
                                vehicle ->
                                    Reply.created(
                                        "/api/v1/partners/%s/vehicles/%s".formatted(id, vehicle.id),
                                        vehicle.view()))));
  }

  @PUT
  @Path("/{vehicleId}")
  @RolesAllowed(Permission.PARTNER_UPDATE)
  @Operation(summary = "Change a vehicle")
  @APIResponse(responseCode = "200", description = "The vehicle")
  @APIResponse(responseCode = "400", description = "transporters-only, partner-inactive")
  @APIResponse(responseCode = "409", description = "vehicle-taken")
  public Uni<Vehicle.View> update(
      @PathParam("id") UUID id,
      @PathParam("vehicleId") UUID vehicleId,
      @NotNull @Valid VehicleBody body) {
    return registry
        .lookUp(body.number())
        .chain(
            registered ->
                Audited.transaction(
                    () ->
                        access
                            .load(id)
                            .chain(
                                partner ->
                                    changeVehicle.change(partner, vehicleId, body, registered))
                            .map(Vehicle::view)));
  }

  @DELETE
  @Path("/{vehicleId}")
  @RolesAllowed(Permission.PARTNER_UPDATE)
  @Operation(summary = "Remove a vehicle", description = "Its number may be registered again.")
  @APIResponse(responseCode = "204", description = "Removed")
  public Uni<RestResponse<Void>> remove(
      @PathParam("id") UUID id, @PathParam("vehicleId") UUID vehicleId) {
    return Audited.transaction(
        () ->
            access
                .load(id)
                .chain(partner -> removeVehicle.remove(partner, vehicleId))
                .map(removed -> RestResponse.noContent()));
  }
}
