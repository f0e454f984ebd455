package com.cottonerp.partners.paperwork;

import static java.util.stream.Collectors.toSet;

import com.cottonerp.defaults.lists.CsvLines;
import com.cottonerp.defaults.lists.Listing;
import com.cottonerp.defaults.lists.Order;
import com.cottonerp.defaults.lists.StatusCounts;
import com.cottonerp.defaults.paging.Page;
import com.cottonerp.defaults.paging.PageRequest;
import com.cottonerp.defaults.security.Caller;
import com.cottonerp.defaults.security.Permission;
import com.cottonerp.partners.documents.ApplicationDocument;
import com.cottonerp.partners.onboarding.Applications;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

@Path("/api/v1/documents")
@Tag(name = "Documents")
@RolesAllowed(Permission.PARTNER_READ)
public class DocumentListResource {
  private final Caller caller;
  private final Applications applications;
  private final CsvLines<ListedDocument> lines;

  DocumentListResource(Caller caller, Applications applications, ObjectMapper json) {
    this.caller = caller;
    this.applications = applications;
    this.lines = new CsvLines<>(json, ListedDocument.class);
  }

  @GET
  @WithSession
  @Operation(
      summary = "The documents of all applications and partners",
      description =
          "Those that wait for a review, with status=uploaded; documents of rejected applications wait for none and are left out there. For internal users.")
  public Uni<Page<ListedDocument>> listAllDocuments(
      @Valid @BeanParam DocumentFilter filter, @Valid @BeanParam PageRequest page) {
    return listing(filter).pageOf(page, this::views);
  }

  @GET
  @Path("/counts")
  @WithSession
  @Operation(
      summary = "How many documents there are, by status",
      description = "Takes the filters of the list, and counts what the list would show.")
  public Uni<StatusCounts> countAllDocuments(@Valid @BeanParam DocumentFilter filter) {
    return listing(filter).countBy("status");
  }

  @GET
  @Path("/export")
  @Produces(CsvLines.MEDIA_TYPE)
  @ResponseHeader(name = "Content-Disposition", value = "attachment; filename=\"documents.csv\"")
  @Operation(
      summary = "The list of documents as a CSV file",
      description =
          "Takes the filters and the order of the list. Streamed page by page: what changes meanwhile"
              + " is shown once, as it was or as it is.")
  public Multi<String> exportAllDocuments(@Valid @BeanParam DocumentFilter filter) {
    return listing(filter).csvOf(lines, this::views);
  }

  private Listing<ApplicationDocument> listing(DocumentFilter filter) {
    caller.mustBeInternal();
    return new Listing<>(
        ApplicationDocument.class,
        filter.conditions(),
        Order.byTime(filter.order(), ApplicationDocument::id));
  }

  private Uni<List<ListedDocument>> views(List<ApplicationDocument> documents) {
    return applications
        .of(documents.stream().map(ApplicationDocument::applicationId).collect(toSet()))
        .map(
            of ->
                documents.stream()
                    .map(document -> ListedDocument.of(document, of.get(document.applicationId())))
                    .toList());
  }
}
