package com.cottonerp.tradedesk.requirements;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

@Path("/api/v1/requirements")
@Tag(name = "Requirements")
@RolesAllowed(Permission.REQUIREMENT_READ)
public class RequirementListResource {
  private final ActingPartner acting;
  private final CsvLines<RequirementView> lines;

  RequirementListResource(ActingPartner acting, ObjectMapper json) {
    this.acting = acting;
    this.lines = new CsvLines<>(json, RequirementView.class);
  }

  @GET
  @WithSession
  @Operation(
      summary = "Requirements",
      description =
          "Those of the partner that the token acts for; of all partners for internal users without one.")
  public Uni<Page<RequirementView>> listRequirements(
      @Valid @BeanParam RequirementFilter filter, @Valid @BeanParam PageRequest page) {
    return listing(filter).page(page, requirement -> RequirementView.of(requirement, true));
  }

  @GET
  @Path("/counts")
  @WithSession
  @Operation(
      summary = "How many requirements there are, by status",
      description = "Takes the filters of the list, and counts what the list would show.")
  public Uni<StatusCounts> countRequirements(@Valid @BeanParam RequirementFilter filter) {
    return listing(filter).countBy("status");
  }

  @GET
  @Path("/export")
  @Produces(CsvLines.MEDIA_TYPE)
  @ResponseHeader(name = "Content-Disposition", value = "attachment; filename=\"requirements.csv\"")
  @Operation(
      summary = "The list of requirements as a CSV file",
      description =
          "Takes the filters and the order of the list. Streamed page by page: what changes meanwhile"
              + " is shown once, as it was or as it is.")
  public Multi<String> exportRequirements(@Valid @BeanParam RequirementFilter filter) {
    return listing(filter).csv(lines, requirement -> RequirementView.of(requirement, true));
  }

  private Listing<Requirement> listing(RequirementFilter filter) {
    return new Listing<>(
        Requirement.class,
        filter.conditions(acting.reader()),
        Order.byValue(
            filter.order(),
            Requirement::id,
            "item.terms.maxPricePerBaseUnit",
            requirement -> requirement.facts().terms().maxPricePerBaseUnit()));
  }
}
