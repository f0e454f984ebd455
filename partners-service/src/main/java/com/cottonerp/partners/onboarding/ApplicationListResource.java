package com.cottonerp.partners.onboarding;

import com.cottonerp.defaults.lists.CsvLines;
import com.cottonerp.defaults.lists.Listing;
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

@Path("/api/v1/partner-applications")
@Tag(name = "Partner applications")
@RolesAllowed(Permission.PARTNER_READ)
public class ApplicationListResource {
  private final Caller caller;
  private final CsvLines<ApplicationView> lines;

  ApplicationListResource(Caller caller, ObjectMapper json) {
    this.caller = caller;
    this.lines = new CsvLines<>(json, ApplicationView.class);
  }

  @GET
  @WithSession
  @Operation(
      summary = "Applications",
      description =
          "waitingFor and waitingSince say who has to act on one, and since when. External users see their own.")
  public Uni<Page<ApplicationView>> listApplications(
      @Valid @BeanParam ApplicationFilter filter, @Valid @BeanParam PageRequest page) {
    return listing(filter).page(page, ApplicationView::of);
  }

  @GET
  @Path("/counts")
  @WithSession
  @Operation(
      summary = "How many applications there are, by status",
      description = "Takes the filters of the list, and counts what the list would show.")
  public Uni<StatusCounts> countApplications(@Valid @BeanParam ApplicationFilter filter) {
    return listing(filter).countBy("status");
  }

  @GET
  @Path("/export")
  @Produces(CsvLines.MEDIA_TYPE)
  @ResponseHeader(
      name = "Content-Disposition",
      value = "attachment; filename=\"partner-applications.csv\"")
  @Operation(
      summary = "The list of applications as a CSV file",
      description =
          "Takes the filters and the order of the list. Streamed page by page: what changes meanwhile"
              + " is shown once, as it was or as it is.")
  public Multi<String> exportApplications(@Valid @BeanParam ApplicationFilter filter) {
    return listing(filter).csv(lines, ApplicationView::of);
  }

  private Listing<OnboardingApplication> listing(ApplicationFilter filter) {
    return new Listing<>(
        OnboardingApplication.class,
        filter.conditions(caller.isExternal() ? caller.userId() : null),
        filter.ordered());
  }
}
