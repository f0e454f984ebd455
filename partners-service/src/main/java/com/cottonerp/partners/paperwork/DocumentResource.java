package com.cottonerp.partners.paperwork;

import com.cottonerp.defaults.paging.Page;
import com.cottonerp.defaults.paging.PageRequest;
import com.cottonerp.defaults.security.Permission;
import com.cottonerp.partners.documents.ApplicationDocument;
import com.cottonerp.partners.documents.DocumentView;
import com.cottonerp.partners.documents.Documents;
import com.cottonerp.partners.documenttypes.DocumentType;
import com.cottonerp.partners.onboarding.ApplicationAccess;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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

@Path("/api/v1/partner-applications/{id}/documents")
@Tag(name = "Application documents")
public class DocumentResource {
  private final DocumentCommands commands;
  private final ApplicationAccess access;
  private final Documents documents;
  private final OpenDocument opening;

  DocumentResource(
      DocumentCommands commands,
      ApplicationAccess access,
      Documents documents,
      OpenDocument opening) {
    this.commands = commands;
    this.access = access;
    this.documents = documents;
    this.opening = opening;
  }

  @GET
  @Path("/{documentId}")
  @RolesAllowed({Permission.PARTNER_READ, Permission.PARTNER_CREATE})
  @WithSession
  @Operation(summary = "One document of an application")
  public Uni<DocumentView> get(@PathParam("id") UUID id, @PathParam("documentId") UUID documentId) {
    return access
        .load(id)
        .chain(application -> documents.get(application.id(), documentId))
        .map(ApplicationDocument::view);
  }

  @GET
  @Path("/{documentId}/content")
  // WHY this one: the writer of bytes; the answer says which of the types below they are.
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @RolesAllowed(Permission.PARTNER_VIEW_SENSITIVE)
  @Operation(
      summary = "Open a document of an application",
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
  public Uni<RestResponse<byte[]>> openDocument(
      @PathParam("id") UUID id, @PathParam("documentId") UUID documentId) {
    return opening.open(() -> access.load(id).map(application -> application.id()), documentId);
  }

  @GET
  @Path("/{documentId}/thumbnail")
  // WHY this one: the writer of bytes; the answer says what they are.
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @RolesAllowed(Permission.PARTNER_VIEW_SENSITIVE)
  @Operation(
      summary = "See the first page of a document of an application",
      description = OpenDocument.ABOUT_THUMBNAILS)
  @APIResponse(responseCode = "404", description = "not-found, no-thumbnail")
  @APIResponse(responseCode = "503", description = "drawers-busy: try again")
  @APIResponse(
      responseCode = "200",
      description = "The picture",
      content = @Content(mediaType = "image/png", schema = @Schema(implementation = File.class)))
  public Uni<RestResponse<byte[]>> seeDocument(
      @PathParam("id") UUID id, @PathParam("documentId") UUID documentId) {
    return opening.thumbnail(
        () -> access.load(id).map(application -> application.id()), documentId);
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @RolesAllowed({Permission.PARTNER_CREATE, Permission.PARTNER_UPDATE})
  @Operation(
      summary = "Hand in a document",
      description =
          "The form has documentType (such as gst_certificate) and file, at most 10 MB: a PDF, a"
              + " picture (PNG, JPEG, TIFF, WebP, HEIC) or a plain text, whatever its name says."
              + " What can be read from it within a few seconds is returned as a hint; otherwise it"
              + " is stored with confidence 0 and a reason in extractionError.")
  @APIResponse(
      responseCode = "201",
      description = "The document",
      headers =
          @Header(
              name = "ETag",
              description = "The version of the application",
              schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(responseCode = "400", description = "application-already-decided")
  @APIResponse(responseCode = "413", description = "document-too-large, request-too-large")
  @APIResponse(responseCode = "415", description = "document-kind-not-taken")
  public Uni<RestResponse<DocumentView>> upload(
      @PathParam("id") UUID id,
      @Schema(implementation = DocumentType.class) @RestForm("documentType") String documentType,
      @RestForm("file") FileUpload file) {
    return commands.upload(
        documentType,
        file,
        "/api/v1/partner-applications/%s/documents".formatted(id),
        () -> access.load(id),
        () -> access.load(id));
  }

  @GET
  @RolesAllowed({Permission.PARTNER_READ, Permission.PARTNER_CREATE})
  @WithSession
  @Operation(summary = "The documents of an application, oldest first")
  public Uni<Page<DocumentView>> list(
      @PathParam("id") UUID id, @Valid @BeanParam PageRequest page) {
    return access.load(id).chain(application -> documents.pageOf(application.id(), page));
  }

  @POST
  @Path("/{documentId}/verification")
  @RolesAllowed({
    Permission.PARTNER_APPROVE,
    Permission.PARTNER_VERIFY_GST,
    Permission.PARTNER_MANAGE_BANK_ACCOUNTS
  })
  @Operation(
      summary = "Verify or reject a document",
      description =
          "The reviewer's decision; only verified documents count for approval and capabilities."
              + " Proofs of a tax id need PARTNER_VERIFY_GST, proofs of a bank account"
              + " PARTNER_MANAGE_BANK_ACCOUNTS, all others PARTNER_APPROVE. Nobody reviews what"
              + " they uploaded, or a document of an application that they started or changed.")
  @APIResponse(
      responseCode = "400",
      description =
          "application-already-decided, document-already-reviewed, document-expired, document-mismatch")
  @APIResponse(responseCode = "403", description = "other-permission-needed, somebody-else-decides")
  public Uni<RestResponse<DocumentView>> review(
      @PathParam("id") UUID id,
      @PathParam("documentId") UUID documentId,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid ReviewBody body) {
    return commands.review(documentId, body, () -> access.load(id, ifMatch));
  }
}
