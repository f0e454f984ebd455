package com.cottonerp.risk.assessment;

import com.cottonerp.defaults.lists.CsvLines;
import com.cottonerp.defaults.lists.Listing;
import com.cottonerp.defaults.lists.Order;
import com.cottonerp.defaults.lists.StatusCounts;
import com.cottonerp.defaults.paging.Page;
import com.cottonerp.defaults.paging.PageRequest;
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

@Path("/api/v1/assessments")
@Tag(name = "Assessments")
@RolesAllowed(Permission.ADMIN_VIEW_ALL_DATA)
public class AssessmentListResource {
  private final CsvLines<Assessment.View> lines;

  AssessmentListResource(ObjectMapper json) {
    this.lines = new CsvLines<>(json, Assessment.View.class);
  }

  @GET
  @WithSession
  @Operation(
      summary = "Assessments",
      description = "With factors, rules version, and the inputs that they rest on.")
  public Uni<Page<Assessment.View>> listAssessments(
      @Valid @BeanParam AssessmentFilter filter, @Valid @BeanParam PageRequest page) {
    return listing(filter).page(page, Assessment::view);
  }

  @GET
  @Path("/counts")
  @WithSession
  @Operation(
      summary = "How many assessments there are, by status",
      description = "Takes the filters of the list, and counts what the list would show.")
  public Uni<StatusCounts> countAssessments(@Valid @BeanParam AssessmentFilter filter) {
    return listing(filter).countBy("status");
  }

  @GET
  @Path("/export")
  @Produces(CsvLines.MEDIA_TYPE)
  @ResponseHeader(name = "Content-Disposition", value = "attachment; filename=\"assessments.csv\"")
  @Operation(
      summary = "The list of assessments as a CSV file",
      description =
          "Takes the filters and the order of the list. Streamed page by page: what changes meanwhile"
              + " is shown once, as it was or as it is.")
  public Multi<String> exportAssessments(@Valid @BeanParam AssessmentFilter filter) {
    return listing(filter).csv(lines, Assessment::view);
  }

  private static Listing<Assessment> listing(AssessmentFilter filter) {
    return new Listing<>(
        Assessment.class,
        filter.conditions(),
        Order.byValue(
            filter.order(),
            assessment -> assessment.id,
            "item.score",
            assessment -> assessment.score));
  }
}
