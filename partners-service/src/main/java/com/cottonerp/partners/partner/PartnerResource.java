package com.cottonerp.partners.partner;

import com.cottonerp.defaults.http.ChangeById;
import com.cottonerp.defaults.paging.Page;
import com.cottonerp.defaults.security.Permission;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/partners")
@Tag(name = "Partners")
public class PartnerResource {
  private final ChangeById<BusinessPartner, PartnerView> change;
  private final PartnerSearch search;

  PartnerResource(ChangeById<BusinessPartner, PartnerView> change, PartnerSearch search) {
    this.change = change;
    this.search = search;
  }

  @GET
  @RolesAllowed(Permission.PARTNER_READ)
  @WithSession
  @Operation(
      summary = "Partners, oldest first",
      description =
          "Cursor paging: repeat with after = next. Filters narrow the list together. External"
              + " users see their own partner.")
  public Uni<Page<PartnerView>> list(
      @Valid @BeanParam PartnerFilter filter,
      @QueryParam("after") UUID after,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
    return search
        .find(filter, after, limit + 1)
        .map(rows -> Page.of(rows, limit, PartnerView::of, partner -> partner.id().toString()));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Permission.PARTNER_READ)
  @WithSession
  @Operation(
      summary = "One partner",
      description = "Identifiers are masked without PARTNER_VIEW_SENSITIVE.")
  @APIResponse(responseCode = "200", description = "The partner; ETag is its version")
  @APIResponse(responseCode = "403", description = "somebody-elses-partner")
  @APIResponse(responseCode = "404", description = "not-found")
  public Uni<RestResponse<PartnerView>> get(@PathParam("id") UUID id) {
    return change.get(id);
  }
}
