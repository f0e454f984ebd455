package com.cottonerp.partners.partner;

import com.cottonerp.defaults.lists.CsvLines;
import com.cottonerp.defaults.lists.StatusCounts;
import com.cottonerp.defaults.paging.Page;
import com.cottonerp.defaults.paging.PageRequest;
import com.cottonerp.defaults.security.Caller;
import com.cottonerp.defaults.security.Permission;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

@Path("/api/v1/partners")
@Tag(name = "Partners")
@RolesAllowed(Permission.PARTNER_READ)
public class PartnerListResource {
  private final PartnerSearch search;
  private final Caller caller;
  private final CsvLines<PartnerLine> lines;

  PartnerListResource(PartnerSearch search, Caller caller, ObjectMapper json) {
    this.search = search;
    this.caller = caller;
    this.lines = new CsvLines<>(json, PartnerLine.class);
  }

  @GET
  @WithSession
  @Operation(summary = "Partners", description = "External users see their own partner.")
  public Uni<Page<PartnerView>> listPartners(
      @Valid @BeanParam PartnerFilter filter, @Valid @BeanParam PageRequest page) {
    return search.find(filter).page(page, PartnerView::of);
  }

  @GET
  @Path("/counts")
  @WithSession
  @Operation(
      summary = "How many partners there are, by status",
      description = "Takes the filters of the list, and counts what the list would show.")
  public Uni<StatusCounts> countPartners(@Valid @BeanParam PartnerFilter filter) {
    return search.find(filter).countBy("status");
  }

  @GET
  @Path("/export")
  @Produces(CsvLines.MEDIA_TYPE)
  @ResponseHeader(name = "Content-Disposition", value = "attachment; filename=\"partners.csv\"")
  @Operation(
      summary = "The list of partners as a CSV file",
      description =
          "Takes the filters and the order of the list. Streamed page by page: what changes meanwhile"
              + " is shown once, as it was or as it is. Identifiers are masked without PARTNER_VIEW_SENSITIVE.")
  public Multi<String> exportPartners(@Valid @BeanParam PartnerFilter filter) {
    boolean sensitive = caller.has(Permission.PARTNER_VIEW_SENSITIVE);
    return search
        .find(filter)
        .csv(lines, partner -> PartnerLine.of(PartnerView.of(partner), sensitive));
  }
}
