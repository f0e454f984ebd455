package com.cottonerp.defaults.inbox;

import com.cottonerp.defaults.paging.Page;
import com.cottonerp.defaults.paging.PageRequest;
import com.cottonerp.defaults.security.Permission;
import com.cottonerp.eventing.audit.OperatorAudit;
import com.cottonerp.eventing.inbox.Cursors.Key;
import com.cottonerp.eventing.inbox.InOneTransaction;
import com.cottonerp.eventing.inbox.ParkedDrain;
import com.cottonerp.eventing.inbox.Projection;
import com.cottonerp.eventing.inbox.SkipEvents;
import io.quarkus.arc.All;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.annotation.Nullable;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the inbox could not apply yet, or lacks, for an operator. */
@Path("/api/v1/inbox")
@Tag(name = "Inbox")
public class InboxResource {
  private final List<Projection> projections;
  private final InboxLists lists;
  private final ParkedDrain drain;
  private final SkipEvents skip;
  private final SecurityIdentity identity;

  InboxResource(
      @All List<Projection> projections,
      InboxLists lists,
      ParkedDrain drain,
      SkipEvents skip,
      SecurityIdentity identity) {
    this.projections = projections;
    this.lists = lists;
    this.drain = drain;
    this.skip = skip;
    this.identity = identity;
  }

  /** How many messages of the aggregate are still parked; 200 stands for 200 or more. */
  public record Reapplied(long stillParked) {}

  /** Why something is not applied. */
  public record Skip(@NotBlank @Size(max = 500) String reason) {}

  /** The numbers of the events that were skipped; both belong to them, null for none. */
  public record Skipped(@Nullable Long fromSequence, @Nullable Long toSequence) {}

  @GET
  @Path("/parked")
  @RolesAllowed({Permission.ADMIN_VIEW_ALL_DATA, Permission.SYSTEM_CONFIGURE})
  @WithSession
  @Operation(
      summary = "Messages that wait, longest first",
      description = "Their aggregates wait with them, all others go on.")
  @APIResponse(responseCode = "200", description = "The messages; empty when nothing waits")
  public Uni<Page<ParkedView>> listParkedMessages(
      @QueryParam("projection") String projection,
      @QueryParam("aggregateId") UUID aggregateId,
      @QueryParam("reason")
          @Pattern(regexp = "GAP|BEHIND|ERROR", message = "must be GAP, BEHIND or ERROR")
          String reason,
      @Valid @BeanParam PageRequest page) {
    return Panache.getSession()
        .chain(session -> lists.parked(session, projection, aggregateId, reason, page));
  }

  @GET
  @Path("/gaps")
  @RolesAllowed({Permission.ADMIN_VIEW_ALL_DATA, Permission.SYSTEM_CONFIGURE})
  @WithSession
  @Operation(
      summary = "Aggregates of which published events are missing here, longest first",
      description = "The events are asked for again by themselves.")
  @APIResponse(responseCode = "200", description = "The gaps; empty when nothing is missing")
  public Uni<Page<GapView>> listGaps(
      @QueryParam("projection") String projection,
      @QueryParam("unfillable") @DefaultValue("false") boolean unfillable,
      @Valid @BeanParam PageRequest page) {
    return Panache.getSession().chain(session -> lists.gaps(session, projection, unfillable, page));
  }

  @GET
  @Path("/conflicts")
  @RolesAllowed({Permission.ADMIN_VIEW_ALL_DATA, Permission.SYSTEM_CONFIGURE})
  @WithSession
  @Operation(
      summary = "Messages that carry the number of another event, longest first",
      description = "One of the two is forged or a mistake; they are not applied.")
  @APIResponse(responseCode = "200", description = "The messages; empty when there are none")
  public Uni<Page<ConflictView>> listConflicts(@Valid @BeanParam PageRequest page) {
    return Panache.getSession().chain(session -> lists.conflicts(session, page));
  }

  @GET
  @Path("/unreadable")
  @RolesAllowed({Permission.ADMIN_VIEW_ALL_DATA, Permission.SYSTEM_CONFIGURE})
  @WithSession
  @Operation(
      summary = "Messages that are no events, longest first",
      description = "Kept for 30 days.")
  @APIResponse(responseCode = "200", description = "The messages; empty when there are none")
  public Uni<Page<UnreadableView>> listUnreadableMessages(@Valid @BeanParam PageRequest page) {
    return Panache.getSession().chain(session -> lists.unreadable(session, page));
  }

  @POST
  @Path("/parked/{projection}/{aggregateId}/reapplication")
  @RolesAllowed(Permission.SYSTEM_CONFIGURE)
  @Operation(
      summary = "Apply the parked messages of an aggregate again",
      description = "In order, until one fails or is missing.")
  @APIResponse(responseCode = "200", description = "How many are still parked")
  @APIResponse(responseCode = "404", description = "There is no such projection")
  public Uni<Reapplied> reapplyParkedMessages(
      @PathParam("projection") String name, @PathParam("aggregateId") UUID aggregateId) {
    Key key = key(name, aggregateId);
    String by = identity.getPrincipal().getName();
    JsonObject what = new JsonObject().put("projection", name);
    return InOneTransaction.run(
            session ->
                OperatorAudit.note(session, "Inbox", aggregateId, "reapplication", null, by, what))
        .chain(() -> drain.drainWhole(key))
        .chain(
            () ->
                Panache.withSession(
                    () ->
                        Panache.getSession()
                            .chain(
                                session ->
                                    lists.parked(
                                        session,
                                        name,
                                        aggregateId,
                                        null,
                                        new PageRequest(null, Page.MAX_LIMIT)))))
        .map(still -> new Reapplied(still.items().size()));
  }

  @POST
  @Path("/parked/{projection}/{aggregateId}/skip")
  @RolesAllowed(Permission.SYSTEM_CONFIGURE)
  @Operation(
      summary = "Let an aggregate go past what cannot be applied",
      description =
          "Skips the first event of the aggregate that could not be applied, or the events that are"
              + " missing before the next one; what waits behind them is applied. What was skipped"
              + " stays on record.")
  @APIResponse(
      responseCode = "200",
      description = "What was skipped; null when the aggregate waits for nothing")
  @APIResponse(responseCode = "404", description = "There is no such projection")
  public Uni<Skipped> skipEvents(
      @PathParam("projection") String name,
      @PathParam("aggregateId") UUID aggregateId,
      @NotNull @Valid Skip body) {
    return skip.skip(key(name, aggregateId), body.reason(), identity.getPrincipal().getName())
        .map(
            range ->
                range
                    .map(skipped -> new Skipped(skipped.first(), skipped.last()))
                    .orElse(new Skipped(null, null)));
  }

  private Key key(String name, UUID aggregateId) {
    if (projections.stream().noneMatch(projection -> projection.name().equals(name))) {
      throw new NotFoundException();
    }
    return new Key(name, aggregateId);
  }
}
