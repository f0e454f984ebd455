package com.cottonerp.settings.commissions;

import com.cottonerp.contracts.Money;
import com.cottonerp.contracts.settings.v1.CommissionStructureSet;
import com.cottonerp.defaults.http.ChangeById;
import com.cottonerp.defaults.http.Commands;
import com.cottonerp.defaults.paging.Page;
import com.cottonerp.defaults.paging.PageRequest;
import com.cottonerp.defaults.security.Permission;
import com.cottonerp.defaults.sources.IdSource;
import com.fasterxml.jackson.annotation.JsonFormat;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.ws.rs.BeanParam;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/commission-structures")
@Tag(name = "Commissions")
public class CommissionResource {
  private final Commands commands;
  private final ChangeById<CommissionStructure, CommissionStructureSet> change;
  private final CommissionStructures structures;
  private final CountedUnits units;
  private final IdSource ids;

  CommissionResource(
      Commands commands, CommissionStructures structures, CountedUnits units, IdSource ids) {
    this.commands = commands;
    change =
        new ChangeById<>(
            commands,
            structures::get,
            CommissionStructure::version,
            structures::save,
            CommissionStructure::view);
    this.structures = structures;
    this.units = units;
    this.ids = ids;
  }

  @GET
  @RolesAllowed(Permission.COMMODITY_READ)
  @WithSession
  @Operation(
      summary = "Commission structures, oldest first",
      description = "Cursor paging: repeat with after = next.")
  public Uni<Page<CommissionStructureSet>> list(
      @QueryParam("commodityId") UUID commodityId, @Valid @BeanParam PageRequest page) {
    return structures.listing(commodityId).page(page, CommissionStructure::view);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Permission.COMMODITY_READ)
  @WithSession
  @Operation(summary = "One commission structure")
  @APIResponse(responseCode = "200", description = "The structure; ETag is its version")
  public Uni<RestResponse<CommissionStructureSet>> get(@PathParam("id") UUID id) {
    return change.get(id);
  }

  @POST
  @RolesAllowed(Permission.SYSTEM_CONFIGURE)
  @Operation(
      summary = "Set a commission",
      description =
          "percentage needs rate, fixed needs fixedAmount, tiered needs tiers that start at 0 and"
              + " rise: the highest tier that a value reaches counts for the whole value; per_unit"
              + " needs amountPerUnit, a unit and a commodity that is counted in it.")
  @APIResponse(responseCode = "201", description = "The structure; ETag is its version")
  @APIResponse(responseCode = "400", description = "unknown-commodity-or-trade-type")
  public Uni<RestResponse<CommissionStructureSet>> create(@NotNull @Valid CommissionBody body) {
    UUID id = ids.next();
    return commands.once(
        body,
        () ->
            structures
                .refuseUnknown(body)
                .chain(() -> units.of(body))
                .map(counted -> CommissionStructure.create(id, body, counted))
                .chain(structures::save)
                .map(
                    structure -> change.created("/api/v1/commission-structures/" + id, structure)));
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed(Permission.SYSTEM_CONFIGURE)
  @Operation(
      summary = "Change a commission",
      description = "If-Match with its version is required.")
  @APIResponse(responseCode = "400", description = "unknown-commodity-or-trade-type")
  public Uni<RestResponse<CommissionStructureSet>> update(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid CommissionBody body) {
    return change.put(
        id,
        ifMatch,
        structure ->
            structures
                .refuseUnknown(body)
                .chain(() -> units.of(body))
                .invoke(counted -> structure.change(body, counted))
                .replaceWithVoid());
  }

  @POST
  @Path("/{id}/computations")
  @RolesAllowed(Permission.COMMODITY_READ)
  @WithSession
  @Operation(
      summary = "Compute the commission on a value",
      description =
          "Clamped to minAmount and maxAmount, rounded HALF_UP to 2 decimals. Changes nothing.")
  @APIResponseSchema(
      value = CommissionView.class,
      responseCode = "200",
      responseDescription = "What it comes to")
  @APIResponse(responseCode = "400", description = "commission-inactive, other-currency")
  public Uni<CommissionView> compute(
      @PathParam("id") UUID id, @NotNull @Valid ComputationBody body) {
    return structures
        .get(id)
        .map(
            structure -> {
              String currency = body.value().currency();
              if (!structure.currency().equals(currency)) {
                throw new CommissionRefusal.OtherCurrency(currency, structure.currency()).refused();
              }
              return new CommissionView(
                  structure.commissionOn(body.value().amount(), body.quantity()),
                  structure.appliesTo());
            });
  }

  /**
   * What a commission is computed on.
   *
   * @param quantity in the structure's unit; for the type per_unit only
   */
  public record ComputationBody(
      @NotNull @Valid Value value,
      @Schema(description = "In the structure's unit; for the type per_unit only")
          @PositiveOrZero
          @Digits(integer = 12, fraction = 6)
          @JsonFormat(shape = JsonFormat.Shape.STRING)
          BigDecimal quantity) {}

  public record Value(
      @NotNull
          @PositiveOrZero
          @Digits(integer = 13, fraction = 2)
          @JsonFormat(shape = JsonFormat.Shape.STRING)
          BigDecimal amount,
      @NotNull String currency) {}

  public record CommissionView(Money commission, AppliesTo appliesTo) {}
}
