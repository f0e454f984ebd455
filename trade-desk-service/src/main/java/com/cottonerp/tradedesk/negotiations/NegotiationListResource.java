package com.cottonerp.tradedesk.negotiations;

import com.cottonerp.defaults.lists.CsvLines;
import com.cottonerp.defaults.lists.Listing;
import com.cottonerp.defaults.lists.Order;
import com.cottonerp.defaults.lists.StatusCounts;
import com.cottonerp.defaults.paging.Page;
import com.cottonerp.defaults.paging.PageRequest;
import com.cottonerp.defaults.security.Permission;
import com.cottonerp.tradedesk.posting.ActingPartner;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

@Path("/api/v1/negotiations")
@Tag(name = "Negotiations")
@RolesAllowed({Permission.REQUIREMENT_CREATE, Permission.AVAILABILITY_CREATE})
public class NegotiationListResource {
  private final ActingPartner acting;
  private final CsvLines<NegotiationView> lines;

  NegotiationListResource(ActingPartner acting, ObjectMapper json) {
    this.acting = acting;
    this.lines = new CsvLines<>(json, NegotiationView.class);
  }

  @GET
  @WithSession
  @Operation(
      summary = "Negotiations",
      description =
          "Those of the partner that the token acts for; of all partners for internal users without one. Offers are left out.")
  public Uni<Page<NegotiationView>> listNegotiations(
      @Valid @BeanParam NegotiationFilter filter, @Valid @BeanParam PageRequest page) {
    return listing(filter).page(page, this::view);
  }

  @GET
  @Path("/counts")
  @WithSession
  @Operation(
      summary = "How many negotiations there are, by status",
      description = "Takes the filters of the list, and counts what the list would show.")
  public Uni<StatusCounts> countNegotiations(@Valid @BeanParam NegotiationFilter filter) {
    return listing(filter).countBy("status");
  }

  @GET
  @Path("/export")
  @Produces(CsvLines.MEDIA_TYPE)
  @ResponseHeader(name = "Content-Disposition", value = "attachment; filename=\"negotiations.csv\"")
  @Operation(
      summary = "The list of negotiations as a CSV file",
      description =
          "Takes the filters and the order of the list. Streamed page by page: what changes meanwhile"
              + " is shown once, as it was or as it is.")
  public Multi<String> exportNegotiations(@Valid @BeanParam NegotiationFilter filter) {
    return listing(filter).csv(lines, this::view);
  }

  private Listing<Negotiation> listing(NegotiationFilter filter) {
    return new Listing<>(
        Negotiation.class,
        filter.conditions(acting.reader()),
        Order.byTime(filter.order(), Negotiation::id));
  }

  private NegotiationView view(Negotiation negotiation) {
    UUID party = acting.reader();
    return NegotiationView.of(negotiation, null, party == null ? null : negotiation.sideOf(party));
  }
}
