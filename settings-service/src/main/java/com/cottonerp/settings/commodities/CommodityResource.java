package com.cottonerp.settings.commodities;

import com.cottonerp.defaults.http.ChangeById;
import com.cottonerp.defaults.http.Commands;
import com.cottonerp.defaults.paging.Page;
import com.cottonerp.defaults.paging.PageRequest;
import com.cottonerp.defaults.security.Permission;
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

@Path("/api/v1/commodities")
@Tag(name = "Commodities")
public class CommodityResource {
  private final Commands commands;
  private final ChangeById<Commodity, CommodityView> change;
  private final Commodities commodities;
  private final CreateCommodity createCommodity;
  private final ChangeCommodity changeCommodity;
  private final DeleteCommodity deleteCommodity;

  CommodityResource(
      Commands commands,
      Commodities commodities,
      CreateCommodity createCommodity,
      ChangeCommodity changeCommodity,
      DeleteCommodity deleteCommodity) {
    this.commands = commands;
    change =
        new ChangeById<>(
            commands, commodities::get, Commodity::version, commodities::save, Commodity::view);
    this.commodities = commodities;
    this.createCommodity = createCommodity;
    this.changeCommodity = changeCommodity;
    this.deleteCommodity = deleteCommodity;
  }

  @GET
  @RolesAllowed(Permission.COMMODITY_READ)
  @WithSession
  @Operation(
      summary = "Commodities, oldest first",
      description =
          "Cursor paging: repeat with after = next. q is words of code and name, each by its"
              + " beginning.")
  public Uni<Page<CommodityView>> list(
      @QueryParam("q") @Size(max = 100) String q,
      @QueryParam("category") @Size(max = 100) String category,
      @QueryParam("active") Boolean active,
      @Valid @BeanParam PageRequest page) {
    return commodities.listing(q, category, active).page(page, Commodity::view);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Permission.COMMODITY_READ)
  @WithSession
  @Operation(summary = "One commodity")
  @APIResponse(responseCode = "200", description = "The commodity; ETag is its version")
  public Uni<RestResponse<CommodityView>> get(@PathParam("id") UUID id) {
    return change.get(id);
  }

  @POST
  @RolesAllowed(Permission.COMMODITY_CREATE)
  @Operation(
      summary = "Create a commodity",
      description =
          "Without parameters it gets those that are usual in its category. tradeUnit and rateUnit"
              + " measure the same as baseUnit.")
  @APIResponse(responseCode = "201", description = "The commodity; ETag is its version")
  @APIResponse(responseCode = "409", description = "commodity-code-taken")
  public Uni<RestResponse<CommodityView>> create(@NotNull @Valid CommodityBody body) {
    return commands.once(
        body,
        () ->
            createCommodity
                .create(body)
                .map(
                    commodity ->
                        change.created("/api/v1/commodities/" + commodity.id(), commodity)));
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed(Permission.COMMODITY_UPDATE)
  @Operation(summary = "Change a commodity", description = "If-Match with its version is required.")
  @APIResponse(responseCode = "409", description = "commodity-code-taken")
  public Uni<RestResponse<CommodityView>> update(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid CommodityBody body) {
    return change.put(id, ifMatch, commodity -> changeCommodity.change(commodity, body));
  }

  @POST
  @Path("/{id}/deactivation")
  @RolesAllowed(Permission.COMMODITY_UPDATE)
  @Operation(summary = "Take a commodity out of use", description = "New posts may not name it.")
  @APIResponse(responseCode = "400", description = "commodity-inactive")
  public Uni<RestResponse<CommodityView>> deactivate(
      @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
    return change.post(id, ifMatch, id, Commodity::deactivate);
  }

  @POST
  @Path("/{id}/activation")
  @RolesAllowed(Permission.COMMODITY_UPDATE)
  @Operation(summary = "Bring a commodity back into use")
  @APIResponse(responseCode = "400", description = "commodity-active")
  public Uni<RestResponse<CommodityView>> activate(
      @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
    return change.post(id, ifMatch, id, Commodity::activate);
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Permission.COMMODITY_DELETE)
  @Operation(
      summary = "Delete a commodity",
      description =
          "Refused while open posts use it; its code may be used again. If-Match with its version"
              + " is required.")
  @APIResponse(responseCode = "204", description = "Deleted")
  @APIResponse(responseCode = "409", description = "commodity-in-use")
  public Uni<RestResponse<Void>> delete(
      @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
    return change.delete(id, ifMatch, deleteCommodity::delete);
  }
}
