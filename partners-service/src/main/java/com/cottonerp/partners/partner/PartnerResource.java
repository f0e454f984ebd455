package com.cottonerp.partners.partner;

import com.cottonerp.defaults.http.ChangeById;
import com.cottonerp.defaults.security.Permission;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/partners")
@Tag(name = "Partners")
public class PartnerResource {
  private final ChangeById<BusinessPartner, PartnerView> change;

  PartnerResource(ChangeById<BusinessPartner, PartnerView> change) {
    this.change = change;
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
