package com.cottonerp.partners.partner;

import com.cottonerp.defaults.paging.Page;
import com.cottonerp.defaults.security.Permission;
import com.cottonerp.partners.openbusiness.OpenBusiness;
import com.cottonerp.partners.openbusiness.OpenSubject;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Nullable;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/partners/{id}/open-business")
@Tag(name = "Partners")
public class OpenBusinessResource {
  private final PartnerAccess access;
  private final OpenBusiness business;

  OpenBusinessResource(PartnerAccess access, OpenBusiness business) {
    this.access = access;
    this.business = business;
  }

  @GET
  @RolesAllowed(Permission.PARTNER_READ)
  @WithSession
  @Operation(
      summary = "What keeps a partner from being deactivated",
      description =
          "How many positions and trades are open, and the oldest 200 of them. A read model of"
              + " trade-events.")
  @APIResponse(responseCode = "200", description = "What is open")
  public Uni<View> get(@PathParam("id") UUID id) {
    return access
        .load(id)
        .chain(partner -> business.of(id))
        .chain(
            count ->
                business
                    .list(id, Page.MAX_LIMIT)
                    .chain(
                        oldest -> business.verifiedAt().map(at -> View.of(id, count, oldest, at))));
  }

  @Schema(name = "OpenBusinessView")
  public record View(
      UUID partnerId,
      long open,
      List<Subject> oldest,
      @Nullable
          @Schema(
              description =
                  "When this was last compared with what was published and lacked nothing; null:"
                      + " never yet, or something is missing and asked for again")
          Instant verifiedAt) {

    static View of(UUID partnerId, long open, List<OpenSubject> oldest, Instant verifiedAt) {
      return new View(partnerId, open, oldest.stream().map(Subject::of).toList(), verifiedAt);
    }
  }

  /**
   * @param kind POSITION or TRADE
   */
  @Schema(name = "OpenBusinessSubject")
  public record Subject(
      UUID id, @Schema(enumeration = {"POSITION", "TRADE"}) String kind, Instant since) {
    static Subject of(OpenSubject open) {
      return new Subject(open.subjectId, open.kind, open.since);
    }
  }
}
