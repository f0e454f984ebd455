package com.cottonerp.relay.operations;

import com.cottonerp.defaults.paging.Page;
import com.cottonerp.defaults.problem.NotFound;
import com.cottonerp.defaults.security.Caller;
import com.cottonerp.defaults.security.Permission;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

/** The relay's API for operators and subscribers. */
@Path("/api/v1/outboxes")
@Tag(name = "Outboxes")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class OutboxesResource {
  private static final Logger LOG = Logger.getLogger(OutboxesResource.class);

  private final Outboxes outboxes;
  private final OutboxPools pools;
  private final AuditedCommands commands;
  private final Caller caller;

  OutboxesResource(Outboxes outboxes, OutboxPools pools, AuditedCommands commands, Caller caller) {
    this.outboxes = outboxes;
    this.pools = pools;
    this.commands = commands;
    this.caller = caller;
  }

  record Discard(@NotBlank @Size(max = 500) String reason) {}

  @GET
  @RolesAllowed({Permission.ADMIN_VIEW_ALL_DATA, Permission.SYSTEM_CONFIGURE})
  @Operation(summary = "How each outbox is doing")
  public Page<OutboxView> list() {
    return Page.whole(outboxes.list());
  }

  @GET
  @Path("/{source}")
  @RolesAllowed({Permission.ADMIN_VIEW_ALL_DATA, Permission.SYSTEM_CONFIGURE})
  @Operation(summary = "One outbox with its lanes and their owners")
  public OutboxView getOutbox(@PathParam("source") String source) {
    return outboxes.find(source);
  }

  @GET
  @Path("/{source}/events")
  @RolesAllowed({Permission.ADMIN_VIEW_ALL_DATA, Permission.SYSTEM_CONFIGURE})
  @Operation(summary = "The events of an outbox, oldest first, without their payloads")
  public Page<EventView> listEvents(
      @PathParam("source") String source, @Valid @BeanParam EventFilter filter) {
    List<EventView> rows = pools.with(source, connection -> Events.list(connection, filter));
    return Page.of(rows, filter.limit(), event -> event, event -> Long.toString(event.id()));
  }

  @GET
  @Path("/{source}/events/{eventId}")
  @RolesAllowed({Permission.ADMIN_VIEW_ALL_DATA, Permission.SYSTEM_CONFIGURE})
  @Operation(summary = "One event with its payload and what the relay did with it")
  public EventView getEvent(
      @PathParam("source") String source, @PathParam("eventId") UUID eventId) {
    return pools
        .with(source, connection -> Events.find(connection, eventId))
        .orElseThrow(() -> new NotFound("event", eventId).refused());
  }

  @POST
  @Path("/{source}/events/{eventId}/requeue")
  @RolesAllowed(Permission.SYSTEM_CONFIGURE)
  @Operation(summary = "Tries a FAILED event again, with all its attempts")
  public EventView requeueEvent(
      @PathParam("source") String source, @PathParam("eventId") UUID eventId) {
    boolean done =
        commands.with(
            source,
            eventId,
            null,
            connection -> Events.requeue(connection, eventId),
            Boolean::booleanValue);
    return changed(source, eventId, done, "requeued");
  }

  @POST
  @Path("/{source}/events/{eventId}/discard")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Permission.SYSTEM_CONFIGURE)
  @Operation(
      summary = "Publishes a tombstone in place of a FAILED event, so that its aggregate goes on")
  public EventView discardEvent(
      @PathParam("source") String source,
      @PathParam("eventId") UUID eventId,
      @NotNull @Valid Discard discard) {
    boolean done =
        commands.with(
            source,
            eventId,
            discard,
            connection -> Events.discard(connection, eventId, discard.reason()),
            Boolean::booleanValue);
    return changed(source, eventId, done, "discarded");
  }

  private EventView changed(String source, UUID eventId, boolean done, String what) {
    EventView event = getEvent(source, eventId);
    if (!done) {
      throw new EventNotFailed(eventId, event.status()).refused();
    }
    LOG.infof("%s: %s %s event %s", source, caller.userId(), what, eventId);
    return event;
  }
}
