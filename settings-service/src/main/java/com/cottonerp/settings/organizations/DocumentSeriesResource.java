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
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/organizations/{id}")
@Tag(name = "Document numbers")
public class DocumentSeriesResource {
  private final Commands commands;
  private final Organizations organizations;
  private final DocumentSeriesRepository series;
  private final DocumentPrefixes prefixes;
  private final IssueDocumentNumber numbers;
  private final IdSource ids;

  DocumentSeriesResource(
      Commands commands,
      Organizations organizations,
      DocumentSeriesRepository series,
      DocumentPrefixes prefixes,
      IssueDocumentNumber numbers,
      IdSource ids) {
    this.commands = commands;
    this.organizations = organizations;
    this.series = series;
    this.prefixes = prefixes;
    this.numbers = numbers;
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
          "One per type of document and financial year; its first number is 1 unless another one is"
              + " given or it goes on from the year before. A number has 16 characters at most (rule"
              + " 46(b), CGST Rules), and no two documents of a year have the same one: a prefix"
              + " belongs to one series.")
  @APIResponse(responseCode = "201", description = "The series")
  @APIResponse(responseCode = "400", description = "organization-inactive")
  @APIResponse(responseCode = "409", description = "series-exists, prefix-taken")
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
                .call(created -> prefixes.take(created, created.prefix()))
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
      description =
          "Numbers go on; none is issued while it is not active. The prefix of before stays the"
              + " series' own.")
  @APIResponse(responseCode = "409", description = "prefix-taken")
  public Uni<DocumentSeries.View> change(
      @PathParam("id") UUID id,
      @PathParam("seriesId") UUID seriesId,
      @NotNull @Valid DocumentSeries.Change change) {
    return Audited.transaction(
        () ->
            series
                .get(id, seriesId)
                .invoke(found -> found.change(change))
                .call(
                    found ->
                        found.active
                            ? prefixes.take(found, found.prefix())
                            : Uni.createFrom().voidItem())
                .map(DocumentSeries::view));
  }

  @POST
  @Path("/document-numbers/{type}")
  @RolesAllowed(Permission.ORG_UPDATE)
  @Operation(
      summary = "Take the next number",
      description =
          "In the financial year of documentDate, today without one: of a document of 31 March that"
              + " is numbered in April that is the year before. A year that is over gives numbers"
              + " until its numberedUntil. Every call gets another number; numbers have no gap. With"
              + " an Idempotency-Key a repeated call gets the same number again.")
  @APIResponse(
      responseCode = "201",
      description = "The number: six digits at least behind the prefix, such as INV/000001")
  @APIResponse(responseCode = "400", description = "organization-inactive, financial-year-over")
  @APIResponse(
      responseCode = "404",
      description = "not-found, no-year-of-day, no-active-year, no-active-series")
  @APIResponse(responseCode = "409", description = "prefix-taken, series-at-its-end")
  public Uni<RestResponse<DocumentSeries.Issued>> issueDocumentNumber(
      @PathParam("id") UUID id,
      @PathParam("type") @Size(max = 32) String type,
      @QueryParam("documentDate")
          @Parameter(description = "the date of the document, a day in India; today without it")
          LocalDate documentDate) {
    return commands.once(
        documentDate == null ? List.of(id, type) : List.of(id, type, documentDate),
        () ->
            numbers
                .issue(id, type, documentDate)
                .map(number -> Reply.created("/api/v1/organizations/" + id, number)));
  }
}
