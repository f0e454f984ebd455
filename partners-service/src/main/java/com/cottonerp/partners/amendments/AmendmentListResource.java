package com.cottonerp.partners.amendments;

import com.cottonerp.defaults.lists.CsvLines;
import com.cottonerp.defaults.lists.Listing;
import com.cottonerp.defaults.lists.Order;
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

@Path("/api/v1/amendments")
@Tag(name = "Amendments")
@RolesAllowed(Permission.PARTNER_READ)
public class AmendmentListResource {
  private final Caller caller;
  private final CsvLines<ListedAmendment> lines;

  AmendmentListResource(Caller caller, ObjectMapper json) {
    this.caller = caller;
    this.lines = new CsvLines<>(json, ListedAmendment.class);
  }

  @GET
  @WithSession
  @Operation(
      summary = "The amendments of all partners",
      description =
          "Those that wait for a decision, with status=pending. External users see those of their partner.")
  public Uni<Page<ListedAmendment>> listAllAmendments(
      @Valid @BeanParam AmendmentFilter filter, @Valid @BeanParam PageRequest page) {
    return listing(filter).page(page, ListedAmendment::of);
  }

  @GET
  @Path("/counts")
  @WithSession
  @Operation(
      summary = "How many amendments there are, by status",
      description = "Takes the filters of the list, and counts what the list would show.")
  public Uni<StatusCounts> countAllAmendments(@Valid @BeanParam AmendmentFilter filter) {
    return listing(filter).countBy("status");
  }

  @GET
  @Path("/export")
  @Produces(CsvLines.MEDIA_TYPE)
  @ResponseHeader(name = "Content-Disposition", value = "attachment; filename=\"amendments.csv\"")
  @Operation(
      summary = "The list of amendments as a CSV file",
      description =
          "Takes the filters and the order of the list. Streamed page by page: what changes meanwhile"
              + " is shown once, as it was or as it is.")
  public Multi<String> exportAllAmendments(@Valid @BeanParam AmendmentFilter filter) {
    return listing(filter).csv(lines, ListedAmendment::of);
  }

  private Listing<Amendment> listing(AmendmentFilter filter) {
    return new Listing<>(
        Amendment.class,
        filter.conditions(caller.ownPartner()),
        Order.byTime(filter.order(), amendment -> amendment.id));
  }
}
