package com.cottonerp.partners.documents;

import com.cottonerp.defaults.http.Commands;
import com.cottonerp.defaults.http.Reply;
import com.cottonerp.defaults.problem.InvalidField;
import com.cottonerp.defaults.security.Caller;
import com.cottonerp.defaults.security.Permission;
import com.cottonerp.partners.onboarding.ApplicationAccess;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

@Path("/api/v1/partner-applications/{id}/documents")
@Tag(name = "Application documents")
public class DocumentResource {
  private final Commands commands;
  private final Caller caller;
  private final ApplicationAccess access;
  private final Documents documents;
  private final DocumentHandlers handlers;

  DocumentResource(
      Commands commands,
      Caller caller,
      ApplicationAccess access,
      Documents documents,
      DocumentHandlers handlers) {
    this.commands = commands;
    this.caller = caller;
    this.access = access;
    this.documents = documents;
    this.handlers = handlers;
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @RolesAllowed({Permission.PARTNER_CREATE, Permission.PARTNER_UPDATE})
  @Operation(
      summary = "Hand in a document",
      description =
          "The form has documentType (such as gst_certificate) and file, at most 10 MB. What can be read"
              + " from it is returned as a hint; an unreadable file is stored with confidence 0.")
  @APIResponse(responseCode = "201", description = "The document")
  @APIResponse(responseCode = "400", description = "application-already-decided")
  @APIResponse(responseCode = "413", description = "document-too-large, request-too-large")
  public Uni<Response> upload(
      @PathParam("id") UUID id,
      @RestForm("documentType") String documentType,
      @RestForm("file") FileUpload file) {
    DocumentType type = type(documentType);
    check(file);
    return handlers
        .reading()
        .read(type, file)
        .chain(
            read ->
                commands.once(
                    List.of(type, read.file().sha256(), read.file().name()),
                    () ->
                        access
                            .load(id)
                            .chain(
                                application ->
                                    handlers
                                        .upload()
                                        .handle(application, read.file(), read.extraction())
                                        .map(
                                            document ->
                                                Reply.created(
                                                        "/api/v1/partner-applications/%s/documents/%s"
                                                            .formatted(id, document.id()),
                                                        document.view())
                                                    .withVersion(application.version())))));
  }

  private static DocumentType type(String name) {
    return DocumentType.named(name)
        .orElseThrow(
            () ->
                new InvalidField("/documentType", "is one of " + List.of(DocumentType.values()))
                    .refused());
  }

  private static void check(FileUpload file) {
    if (file == null || file.size() == 0) {
      throw new InvalidField("/file", "is required and not empty").refused();
    }
    if (file.size() > UploadedFile.MAX_BYTES) {
      throw new DocumentRefusal.DocumentTooLarge(file.size()).refused();
    }
    if (file.fileName() == null || file.fileName().isBlank() || file.fileName().length() > 255) {
      throw new InvalidField("/file", "has a name of 1 to 255 characters").refused();
    }
  }

  @GET
  @RolesAllowed({Permission.PARTNER_READ, Permission.PARTNER_CREATE})
  @WithSession
  @Operation(summary = "The documents of an application, oldest first")
  public Uni<List<DocumentView>> list(@PathParam("id") UUID id) {
    return access
        .load(id)
        .chain(application -> documents.of(application.id()))
        .map(found -> found.stream().map(ApplicationDocument::view).toList());
  }

  @POST
  @Path("/{documentId}/verification")
  @RolesAllowed({Permission.PARTNER_APPROVE, Permission.PARTNER_VERIFY_GST})
  @Operation(
      summary = "Verify or reject a document",
      description =
          "The reviewer's decision; only verified documents count for approval and capabilities.")
  @APIResponse(
      responseCode = "400",
      description = "application-already-decided, document-already-reviewed, document-expired")
  public Uni<Response> review(
      @PathParam("id") UUID id,
      @PathParam("documentId") UUID documentId,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid ReviewBody body) {
    body.check();
    return commands.once(
        body,
        () ->
            access
                .load(id, ifMatch)
                .chain(
                    application ->
                        handlers
                            .review()
                            .handle(application, documentId, body, caller.userId())
                            .map(
                                document ->
                                    Reply.ok(document.view()).withVersion(application.version()))));
  }
}
