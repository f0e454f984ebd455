package com.cottonerp.tradedesk.partnerdirectory;

import com.cottonerp.defaults.paging.Page;
import com.cottonerp.defaults.paging.PageRequest;
import com.cottonerp.defaults.problem.NotFound;
import com.cottonerp.defaults.security.Caller;
import com.cottonerp.defaults.security.Permission;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/partner-directory")
@Tag(name = "Partner directory")
@RolesAllowed(Permission.PARTNER_READ)
@WithSession
public class PartnerDirectoryResource {
  private final PartnerDirectory directory;
  private final DirectoryLocations locations;
  private final Caller caller;

  PartnerDirectoryResource(
      PartnerDirectory directory, DirectoryLocations locations, Caller caller) {
    this.directory = directory;
    this.locations = locations;
    this.caller = caller;
  }

  @GET
  @Path("/{partnerId}")
  @Operation(
      summary = "One partner, as the trade desk knows it",
      description =
          "A read model: asOf and sequence say which of the partner's events it reflects."
              + " External users see their own partner only.")
  @APIResponse(responseCode = "200", description = "The partner")
  @APIResponse(responseCode = "403", description = "Permission missing, or another's partner")
  @APIResponse(responseCode = "404", description = "Not known here, or not yet: repeat later")
  public Uni<PartnerView> getDirectoryPartner(@PathParam("partnerId") UUID partnerId) {
    caller.mustActFor(partnerId);
    return directory
        .findById(partnerId)
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("partner", partnerId).refused())
        .chain(
            entry ->
                locations
                    .list("partnerId", Sort.by("locationId"), partnerId)
                    .map(places -> PartnerView.of(entry, places)));
  }

  @GET
  @Operation(
      summary = "All partners that the trade desk knows, by id",
      description = "Cursor paging: repeat with after = next.")
  public Uni<Page<PartnerView>> listPartnerDirectory(@Valid @BeanParam PageRequest page) {
    UUID from = page.afterId() == null ? new UUID(0, 0) : page.afterId();
    Uni<List<DirectoryEntry>> rows =
        caller.isHeldToPartner()
            ? directory.list("partnerId", caller.partnerId().orElse(null))
            : directory
                .find("partnerId > ?1", Sort.by("partnerId"), from)
                .range(0, page.limit())
                .list();
    return rows.map(
        entries ->
            Page.of(
                entries,
                page.limit(),
                entry -> PartnerView.of(entry, List.of()),
                entry -> entry.partnerId.toString()));
  }
}
