package com.cottonerp.settings.organizations;

import com.cottonerp.defaults.audit.Audited;
import com.cottonerp.defaults.http.Commands;
import com.cottonerp.defaults.http.Reply;
import com.cottonerp.defaults.paging.Page;
import com.cottonerp.defaults.security.Permission;
import com.cottonerp.defaults.sources.IdSource;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/organizations/{id}")
@Tag(name = "Document numbers")
public class DocumentSeriesResource {
  private final Commands commands;
  private final Organizations organizations;
  private final DocumentSeriesRepository series;
  private final IdSource ids;

  DocumentSeriesResource(
      Commands commands,
      Organizations organizations,
      DocumentSeriesRepository series,
      IdSource ids) {
    this.commands = commands;
    this.organizations = organizations;
    this.series = series;
    this.ids = ids;
  }

  @GET
  @Path("/document-series")
  @RolesAllowed(Permission.ORG_READ)
  @WithSession
  @Operation(summary = "The series of an organization, oldest first")
  public Uni<Page<DocumentSeries.View>> list(@PathParam("id") UUID id) {
    return organizations
        .get(id)
        .chain(organization -> series.of(organization.id()))
        .map(found -> Page.whole(found.stream().map(DocumentSeries::view).toList()));
  }

  @GET
  @Path("/document-series/{seriesId}")
  @RolesAllowed(Permission.ORG_READ)
  @WithSession
  @Operation(summary = "One series of an organization")
  public Uni<DocumentSeries.View> get(
      @PathParam("id") UUID id, @PathParam("seriesId") UUID seriesId) {
    return organizations
        .get(id)
        .chain(organization -> series.get(organization.id(), seriesId))
        .map(DocumentSeries::view);
  }

  @POST
  @Path("/document-series")
  @RolesAllowed(Permission.ORG_UPDATE)
  @Operation(
      summary = "Begin a series",
      description =
          "One per type of document and financial year; its first number is 1 unless"
              + " another one is"
              + " given or it goes on from the year before.")
  @APIResponse(responseCode = "201", description = "The series")
  @APIResponse(responseCode = "400", description = "organization-inactive")
  @APIResponse(responseCode = "409", description = "series-exists")
  public Uni<RestResponse<DocumentSeries.View>> create(
      @PathParam("id") UUID id, @NotNull @Valid DocumentSeries.Body body) {
    UUID seriesId = ids.next();
    return commands.once(
        body,
        () ->
            organizations
                .get(id)
                .invoke(Organization::mustBeActive)
                .call(
                    organization ->
                        series.refuseTaken(id, body, organization.year(body.financialYearId())))
                .chain(() -> series.firstNumber(id, body))
                .map(first -> DocumentSeries.of(seriesId, id, body, first))
                .chain(series::persist)
                .map(
                    created ->
                        Reply.created(
                            "/api/v1/organizations/%s/document-series/%s".formatted(id, seriesId),
                            created.view())));
  }

  @PUT
  @Path("/document-series/{seriesId}")
  @RolesAllowed(Permission.ORG_UPDATE)
  @Operation(
      summary = "Change the prefix of a series, or stop it",
      description = "Numbers go on; none is issued while it is not active.")
  public Uni<DocumentSeries.View> change(
      @PathParam("id") UUID id,
      @PathParam("seriesId") UUID seriesId,
      @NotNull @Valid DocumentSeries.Change change) {
    return Audited.transaction(
        () ->
            series
                .get(id, seriesId)
                .invoke(
                    found -> {
                      found.prefix = change.prefix();
                      found.active = change.active();
                    })
                .map(DocumentSeries::view));
  }

  @POST
  @Path("/document-numbers/{type}")
  @RolesAllowed(Permission.ORG_UPDATE)
  @Operation(
      summary = "Take the next number",
      description =
          "In the active financial year. Every call gets another number; numbers have no"
              + " gap. With an"
              + " Idempotency-Key a repeated call gets the same number again.")
  @APIResponse(
      responseCode = "201",
      description = "The number: six digits at least behind the prefix, such as INV/000001")
  @APIResponse(responseCode = "400", description = "organization-inactive")
  @APIResponse(responseCode = "404", description = "not-found, no-active-year, no-active-series")
  public Uni<RestResponse<DocumentSeries.Issued>> issueDocumentNumber(
      @PathParam("id") UUID id, @PathParam("type") @Size(max = 32) String type) {
    return commands.once(
        List.of(id, type),
        () ->
            organizations
                .get(id)
                .invoke(Organization::mustBeActive)
                .map(Organization::activeYear)
                .map(
                    year ->
                        year.orElseThrow(() -> new OrganizationRefusal.NoActiveYear(id).refused()))
                .chain(year -> series.issue(id, DocumentSeries.typeOf(type), year))
                .map(number -> Reply.created("/api/v1/organizations/" + id, number)));
  }
}
