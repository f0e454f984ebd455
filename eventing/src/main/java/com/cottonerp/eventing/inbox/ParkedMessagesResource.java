package com.cottonerp.eventing.inbox;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the inbox could not apply yet, for an operator. */
@Path("/api/v1/inbox/parked")
@Tag(name = "Inbox")
public class ParkedMessagesResource {
  private final Instance<Projection> projections;
  private final ParkedMessages parked;
  private final Inbox inbox;

  ParkedMessagesResource(
      @Any Instance<Projection> projections, ParkedMessages parked, Inbox inbox) {
    this.projections = projections;
    this.parked = parked;
    this.inbox = inbox;
  }

  /**
   * A parked message, without its payload.
   *
   * @param reason GAP: an earlier event is missing and was requested; ERROR: it could not be
   *     applied
   */
  public record ParkedView(
      String projection,
      UUID aggregateId,
      long sequence,
      UUID eventId,
      String eventType,
      String reason,
      String error,
      Instant parkedAt) {}

  /** How many messages of the aggregate are still parked. */
  public record Reapplied(long stillParked) {}

  @GET
  @RolesAllowed({"ADMIN_VIEW_ALL_DATA", "SYSTEM_CONFIGURE"})
  @WithSession
  @Operation(
      summary = "Messages that wait, longest first",
      description =
          "Their aggregates wait with them, all others go on. Needs ADMIN_VIEW_ALL_DATA or SYSTEM_CONFIGURE.")
  @APIResponse(responseCode = "200", description = "The messages; empty when nothing waits")
  public Uni<List<ParkedView>> list(
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
    return Panache.getSession().chain(session -> parked.list(session, limit));
  }

  @POST
  @Path("/{projection}/{aggregateId}/reapplication")
  @RolesAllowed("SYSTEM_CONFIGURE")
  @Operation(
      summary = "Apply the parked messages of an aggregate again",
      description =
          "In order, one transaction each, until one fails or is missing. Needs SYSTEM_CONFIGURE.")
  @APIResponse(responseCode = "200", description = "How many are still parked")
  @APIResponse(responseCode = "404", description = "There is no such projection")
  public Uni<Reapplied> reapply(
      @PathParam("projection") String name, @PathParam("aggregateId") UUID aggregateId) {
    Projection projection =
        projections.stream()
            .filter(candidate -> candidate.name().equals(name))
            .findFirst()
            .orElseThrow(NotFoundException::new);
    return inbox
        .reapply(projection, aggregateId)
        .chain(
            () ->
                Panache.withSession(
                    () ->
                        Panache.getSession()
                            .chain(session -> parked.count(session, name, aggregateId))))
        .map(Reapplied::new);
  }
}
