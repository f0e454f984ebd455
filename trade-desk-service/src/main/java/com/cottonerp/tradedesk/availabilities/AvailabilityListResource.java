package com.cottonerp.tradedesk.availabilities;

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
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

@Path("/api/v1/availabilities")
@Tag(name = "Availabilities")
@RolesAllowed(Permission.AVAILABILITY_READ)
public class AvailabilityListResource {
  private final ActingPartner acting;
  private final CsvLines<AvailabilityView> lines;

  AvailabilityListResource(ActingPartner acting, ObjectMapper json) {
    this.acting = acting;
    this.lines = new CsvLines<>(json, AvailabilityView.class);
  }

  @GET
  @WithSession
  @Operation(
      summary = "Availabilities",
      description =
          "Those of the partner that the token acts for; of all partners for internal users without one.")
  public Uni<Page<AvailabilityView>> listAvailabilities(
      @Valid @BeanParam AvailabilityFilter filter, @Valid @BeanParam PageRequest page) {
    return listing(filter).page(page, availability -> AvailabilityView.of(availability, true));
  }

  @GET
  @Path("/counts")
  @WithSession
  @Operation(
      summary = "How many availabilities there are, by status",
      description = "Takes the filters of the list, and counts what the list would show.")
  public Uni<StatusCounts> countAvailabilities(@Valid @BeanParam AvailabilityFilter filter) {
    return listing(filter).countBy("status");
  }

  @GET
  @Path("/export")
  @Produces(CsvLines.MEDIA_TYPE)
  @ResponseHeader(
      name = "Content-Disposition",
      value = "attachment; filename=\"availabilities.csv\"")
  @Operation(
      summary = "The list of availabilities as a CSV file",
      description =
          "Takes the filters and the order of the list. Streamed page by page: what changes meanwhile"
              + " is shown once, as it was or as it is.")
  public Multi<String> exportAvailabilities(@Valid @BeanParam AvailabilityFilter filter) {
    return listing(filter).csv(lines, availability -> AvailabilityView.of(availability, true));
  }

  private Listing<Availability> listing(AvailabilityFilter filter) {
    return new Listing<>(
        Availability.class,
        filter.conditions(acting.reader()),
        Order.byValue(
            filter.order(),
            Availability::id,
            AvailabilityFilter.PRICE,
            AvailabilityListResource::price));
  }

  private static BigDecimal price(Availability availability) {
    BigDecimal price = availability.facts().terms().pricePerBaseUnit();
    return price == null ? BigDecimal.ZERO : price;
  }
}
