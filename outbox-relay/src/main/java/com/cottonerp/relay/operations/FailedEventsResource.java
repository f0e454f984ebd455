package com.cottonerp.relay.operations;

import com.cottonerp.defaults.security.Caller;
import com.cottonerp.defaults.security.Permission;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

/** Operators' commands on many failed events. */
@Path("/api/v1/outboxes")
@Tag(name = "Outboxes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
class FailedEventsResource {
  private static final Logger LOG = Logger.getLogger(FailedEventsResource.class);

  private final AuditedCommands commands;
  private final Caller caller;

  FailedEventsResource(AuditedCommands commands, Caller caller) {
    this.commands = commands;
    this.caller = caller;
  }

  record BulkRequeue(@NotNull @Valid FailedEventFilter filter) {}

  record BulkDiscard(
      @NotNull @Valid FailedEventFilter filter, @NotBlank @Size(max = 500) String reason) {}

  @POST
  @Path("/{source}/requeue")
  @RolesAllowed(Permission.SYSTEM_CONFIGURE)
  @Operation(summary = "Tries the FAILED events of a filter again, oldest first, 10 000 per call")
  public BulkResult requeue(
      @PathParam("source") String source, @NotNull @Valid BulkRequeue requeue) {
    BulkResult result =
        commands.with(
            source,
            AuditedCommands.NO_THING,
            requeue,
            connection -> FailedEvents.requeue(connection, requeue.filter()),
            BulkResult::didSomething);
    LOG.infof("%s: %s requeued %s: %s", source, caller.userId(), result, requeue.filter());
    return result;
  }

  @POST
  @Path("/{source}/discard")
  @RolesAllowed(Permission.SYSTEM_CONFIGURE)
  @Operation(
      summary =
          "Publishes tombstones in place of the FAILED events of a filter, oldest first, 10 000 per"
              + " call")
  public BulkResult discard(
      @PathParam("source") String source, @NotNull @Valid BulkDiscard discard) {
    if (discard.filter().isUnbounded()) {
      throw new DiscardUnbounded().refused();
    }
    BulkResult result =
        commands.with(
            source,
            AuditedCommands.NO_THING,
            discard,
            connection -> FailedEvents.discard(connection, discard.filter(), discard.reason()),
            BulkResult::didSomething);
    LOG.infof("%s: %s discarded %s: %s", source, caller.userId(), result, discard);
    return result;
  }
}
