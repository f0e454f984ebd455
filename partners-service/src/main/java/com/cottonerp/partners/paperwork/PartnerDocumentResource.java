package com.cottonerp.partners.paperwork;

import com.cottonerp.defaults.paging.Page;
import com.cottonerp.defaults.paging.PageRequest;
import com.cottonerp.defaults.security.Permission;
import com.cottonerp.partners.documents.ApplicationDocument;
import com.cottonerp.partners.documents.DocumentView;
import com.cottonerp.partners.documents.Documents;
import com.cottonerp.partners.documenttypes.DocumentType;
import com.cottonerp.partners.onboarding.Applications;
import com.cottonerp.partners.onboarding.OnboardingApplication;
import com.cottonerp.partners.partner.PartnerAccess;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.File;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** The documents of a partner are those of its application, and go on after the approval. */
@Path("/api/v1/partners/{id}/documents")
@Tag(name = "Partner documents")
public class PartnerDocumentResource {
  private final DocumentCommands commands;
  private final PartnerAccess access;
  private final Applications applications;
  private final Documents documents;
  private final OpenDocument opening;

  PartnerDocumentResource(
      DocumentCommands commands,
      PartnerAccess access,
      Applications applications,
      Documents documents,
      OpenDocument opening) {
    this.commands = commands;
    this.access = access;
    this.applications = applications;
    this.documents = documents;
    this.opening = opening;
  }

  @GET
  @Path("/{documentId}")
  @RolesAllowed(Permission.PARTNER_READ)
  @WithSession
  @Operation(summary = "One document of a partner")
  public Uni<DocumentView> get(@PathParam("id") UUID id, @PathParam("documentId") UUID documentId) {
    return access
        .load(id)
        .chain(partner -> documents.get(partner.applicationId(), documentId))
        .map(ApplicationDocument::view);
  }

  @GET
  @Path("/{documentId}/content")
  // WHY this one: the writer of bytes; the answer says which of the types below they are.
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @RolesAllowed(Permission.PARTNER_VIEW_SENSITIVE)
  @Operation(
      summary = "Open a document of a partner",
      description =
          "What was uploaded, as its type. Who opened it is noted in the audit. Show it in a sandbox:"
              + " nobody has looked whether it is harmless.")
  @APIResponse(
      responseCode = "200",
      description = "The bytes",
      content = {
        @Content(mediaType = "application/pdf", schema = @Schema(implementation = File.class)),
        @Content(mediaType = "image/png", schema = @Schema(implementation = File.class)),
        @Content(mediaType = "image/jpeg", schema = @Schema(implementation = File.class)),
        @Content(mediaType = "image/tiff", schema = @Schema(implementation = File.class)),
        @Content(mediaType = "image/webp", schema = @Schema(implementation = File.class)),
        @Content(mediaType = "image/heic", schema = @Schema(implementation = File.class)),
        @Content(mediaType = "text/plain", schema = @Schema(implementation = String.class))
      })
  public Uni<RestResponse<byte[]>> openPartnerDocument(
      @PathParam("id") UUID id, @PathParam("documentId") UUID documentId) {
    return opening.open(() -> access.load(id).map(partner -> partner.applicationId()), documentId);
  }

  @GET
  @Path("/{documentId}/thumbnail")
  // WHY this one: the writer of bytes; the answer says what they are.
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @RolesAllowed(Permission.PARTNER_VIEW_SENSITIVE)
  @Operation(
      summary = "See the first page of a document of a partner",
      description = OpenDocument.ABOUT_THUMBNAILS)
  @APIResponse(responseCode = "404", description = "not-found, no-thumbnail")
  @APIResponse(responseCode = "503", description = "drawers-busy: try again")
  @APIResponse(
      responseCode = "200",
      description = "The picture",
      content = @Content(mediaType = "image/png", schema = @Schema(implementation = File.class)))
  public Uni<RestResponse<byte[]>> seePartnerDocument(
      @PathParam("id") UUID id, @PathParam("documentId") UUID documentId) {
    return opening.thumbnail(
        () -> access.load(id).map(partner -> partner.applicationId()), documentId);
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @RolesAllowed(Permission.PARTNER_UPDATE)
  @Operation(
      summary = "Hand in a document of a partner",
      description = "As for an application: the form has documentType and file, at most 10 MB.")
  @APIResponse(
      responseCode = "201",
      description = "The document",
      headers =
          @Header(
              name = "ETag",
              description = "The version of the application",
              schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(responseCode = "400", description = "partner-inactive")
  @APIResponse(responseCode = "413", description = "document-too-large, request-too-large")
  @APIResponse(responseCode = "415", description = "document-kind-not-taken")
  public Uni<RestResponse<DocumentView>> upload(
      @PathParam("id") UUID id,
      @Schema(implementation = DocumentType.class) @RestForm("documentType") String documentType,
      @RestForm("file") FileUpload file) {
    return commands.upload(
        documentType,
        file,
        "/api/v1/partners/%s/documents".formatted(id),
        () -> access.load(id),
        () -> fileOf(id));
  }

  @GET
  @RolesAllowed(Permission.PARTNER_READ)
  @WithSession
  @Operation(
      summary = "The documents of a partner, oldest first",
      description = "Those of its application among them.")
  public Uni<Page<DocumentView>> list(
      @PathParam("id") UUID id, @Valid @BeanParam PageRequest page) {
    return access.load(id).chain(partner -> documents.pageOf(partner.applicationId(), page));
  }

  @POST
  @Path("/{documentId}/verification")
  @RolesAllowed({
    Permission.PARTNER_APPROVE,
    Permission.PARTNER_VERIFY_GST,
    Permission.PARTNER_MANAGE_BANK_ACCOUNTS
  })
  @Operation(
      summary = "Verify or reject a document of a partner",
      description =
          "What the partner may do is detected anew in the same transaction, unless somebody"
              + " decided it. The kind of document says which permission it needs, as for an"
              + " application.")
  @APIResponse(
      responseCode = "200",
      description = "The document",
      headers =
          @Header(
              name = "ETag",
              description = "The version of the application",
              schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(
      responseCode = "400",
      description =
          "partner-inactive, document-already-reviewed, document-expired, document-mismatch")
  @APIResponse(responseCode = "403", description = "other-permission-needed, somebody-else-decides")
  public Uni<RestResponse<DocumentView>> review(
      @PathParam("id") UUID id,
      @PathParam("documentId") UUID documentId,
      @NotNull @Valid ReviewBody body) {
    return commands.review(documentId, body, () -> fileOf(id));
  }

  private Uni<OnboardingApplication> fileOf(UUID partnerId) {
    return access
        .load(partnerId)
        .invoke(partner -> partner.mustNotBeInactive())
        .chain(partner -> applications.get(partner.applicationId()));
  }
}
