package com.cottonerp.settings.terms;

import com.cottonerp.contracts.settings.v1.TradeTermSnapshot;
import com.cottonerp.defaults.http.ChangeById;
import com.cottonerp.defaults.http.Commands;
import com.cottonerp.defaults.http.QueryEnum;
import com.cottonerp.defaults.paging.Page;
import com.cottonerp.defaults.paging.PageRequest;
import com.cottonerp.defaults.security.Permission;
import com.cottonerp.defaults.sources.IdSource;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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

@Path("/api/v1/trade-terms")
@Tag(name = "Trade terms")
public class TradeTermResource {
  private final Commands commands;
  private final ChangeById<TradeTerm, TradeTermSnapshot> change;
  private final TradeTerms terms;
  private final IdSource ids;

  TradeTermResource(Commands commands, TradeTerms terms, IdSource ids) {
    this.commands = commands;
    change =
        new ChangeById<>(commands, terms::get, TradeTerm::version, terms::save, TradeTerm::view);
    this.terms = terms;
    this.ids = ids;
  }

  @GET
  @RolesAllowed(Permission.COMMODITY_READ)
  @WithSession
  @Operation(
      summary = "Terms of trade, oldest first",
      description =
          "kind: trade_type, bargain_type, passing_term, weightment_term, delivery_term,"
              + " payment_term. Cursor paging: repeat with after = next.")
  public Uni<Page<TradeTermSnapshot>> list(
      @QueryParam("kind") String kind,
      @QueryParam("active") Boolean active,
      @Valid @BeanParam PageRequest page) {
    return terms
        .listing(QueryEnum.of(TermKind.class, "kind", kind), active)
        .page(page, TradeTerm::view);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Permission.COMMODITY_READ)
  @WithSession
  @Operation(summary = "One term")
  @APIResponse(responseCode = "200", description = "The term; ETag is its version")
  public Uni<RestResponse<TradeTermSnapshot>> get(@PathParam("id") UUID id) {
    return change.get(id);
  }

  @POST
  @RolesAllowed(Permission.SYSTEM_CONFIGURE)
  @Operation(summary = "Create a term", description = "Code and name are unique within a kind.")
  @APIResponse(responseCode = "201", description = "The term; ETag is its version")
  @APIResponse(responseCode = "409", description = "term-taken")
  public Uni<RestResponse<TradeTermSnapshot>> create(@NotNull @Valid TradeTermBody body) {
    UUID id = ids.next();
    return commands.once(
        body,
        () ->
            terms
                .refuseTaken(body, id)
                .map(free -> TradeTerm.create(id, body))
                .chain(terms::save)
                .map(term -> change.created("/api/v1/trade-terms/" + id, term)));
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed(Permission.SYSTEM_CONFIGURE)
  @Operation(
      summary = "Change a term",
      description = "Its kind stays. If-Match with its version is required.")
  @APIResponse(responseCode = "409", description = "term-taken")
  public Uni<RestResponse<TradeTermSnapshot>> update(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid TradeTermBody body) {
    return change.put(
        id, ifMatch, term -> terms.refuseTaken(body, id).invoke(() -> term.change(body)));
  }

  @POST
  @Path("/{id}/deactivation")
  @RolesAllowed(Permission.SYSTEM_CONFIGURE)
  @Operation(summary = "Take a term out of use", description = "New contracts may not name it.")
  @APIResponse(responseCode = "400", description = "term-inactive")
  public Uni<RestResponse<TradeTermSnapshot>> deactivate(
      @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
    return activate(id, ifMatch, false);
  }

  @POST
  @Path("/{id}/activation")
  @RolesAllowed(Permission.SYSTEM_CONFIGURE)
  @Operation(summary = "Bring a term back into use")
  @APIResponse(responseCode = "400", description = "term-active")
  public Uni<RestResponse<TradeTermSnapshot>> activate(
      @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
    return activate(id, ifMatch, true);
  }

  private Uni<RestResponse<TradeTermSnapshot>> activate(UUID id, String ifMatch, boolean wanted) {
    return change.post(id, ifMatch, id, term -> term.activate(wanted));
  }
}
