package com.cottonerp.relay.operations;

import com.cottonerp.defaults.paging.Page;
import com.cottonerp.defaults.problem.NotFound;
import com.cottonerp.defaults.security.Caller;
import com.cottonerp.defaults.security.Permission;
import com.cottonerp.defaults.sources.IdSource;
import com.cottonerp.relay.replay.Replay;
import com.cottonerp.relay.replay.Replays;
import com.cottonerp.relay.replay.Tail;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.Nullable;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.logging.Logger;

/** Requests, lists and cancels replays. */
@Path("/api/v1/outboxes")
@org.eclipse.microprofile.openapi.annotations.tags.Tag(name = "Outboxes")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class ReplaysResource {
  private static final Logger LOG = Logger.getLogger(ReplaysResource.class);

  private final OutboxPools pools;
  private final AuditedCommands commands;
  private final Caller caller;
  private final IdSource ids;

  ReplaysResource(OutboxPools pools, AuditedCommands commands, Caller caller, IdSource ids) {
    this.pools = pools;
    this.commands = commands;
    this.caller = caller;
    this.ids = ids;
  }

  /**
   * The result of a request for a replay.
   *
   * @param enqueued the number of events that are published again
   * @param id the id of the replay; absent when no event matches
   * @param removed the tails that the log no longer holds completely; absent without tails
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ReplayResult(
      long enqueued,
      @Nullable @Schema(description = "Absent when there is nothing to publish") UUID id,
      @Nullable @Schema(description = "Absent without tails") List<Tail> removed) {}

  @POST
  @Path("/{source}/replays")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Permission.SYSTEM_CONFIGURE, Permission.OUTBOX_REPLAY})
  @Operation(
      summary = "Publishes past events again; subscribers that have them drop them",
      description =
          "Answered at once; the events follow in the spare time of the lanes, live events first."
              + " What is asked for again before it has begun, or with its id, is the same replay.")
  public ReplayResult startReplay(
      @PathParam("source") String source, @NotNull @Valid ReplayRequest request) {
    request.refuseContradictions();
    Replays.Order order =
        new Replays.Order(
            request.id() == null ? ids.next() : request.id(),
            request.filter(),
            caller.userId(),
            request.reason(),
            request.rate());
    // WHY not the requests of services: a service asks by itself, and the replay names the service.
    return commands.with(
        source,
        order.id(),
        request,
        connection -> {
          Replays.Placed placed = Replays.place(connection, order);
          refuse(placed, source, order.id());
          List<Tail> removed =
              request.tails() == null ? null : RemovedTails.find(connection, request.ranges());
          LOG.infof(
              "%s: %s replays %d events (%s): %s",
              source, caller.userId(), placed.matched(), placed.id(), request);
          return new ReplayResult(placed.matched(), placed.id(), removed);
        },
        placed -> caller.has(Permission.SYSTEM_CONFIGURE));
  }

  private static void refuse(Replays.Placed placed, String source, UUID id) {
    if (placed.refusal() == Replays.Refusal.TOO_MANY) {
      throw new TooManyReplays(source).refused();
    }
    if (placed.refusal() == Replays.Refusal.ID_TAKEN) {
      throw new ReplayIdTaken(id).refused();
    }
  }

  @GET
  @Path("/{source}/replays")
  @RolesAllowed({
    Permission.ADMIN_VIEW_ALL_DATA,
    Permission.SYSTEM_CONFIGURE,
    Permission.OUTBOX_REPLAY
  })
  @Operation(summary = "Who replays what, why, and how far it is; latest first")
  public Page<Replay> list(@PathParam("source") String source, @Valid @BeanParam ReplayList list) {
    List<Replay> rows =
        pools.with(
            source,
            connection -> Replays.list(connection, list.before(), list.state(), list.limit() + 1));
    return Page.of(rows, list.limit(), replay -> replay, replay -> replay.id().toString());
  }

  @GET
  @Path("/{source}/replays/{replayId}")
  @RolesAllowed({
    Permission.ADMIN_VIEW_ALL_DATA,
    Permission.SYSTEM_CONFIGURE,
    Permission.OUTBOX_REPLAY
  })
  @Operation(summary = "One replay and how far it is")
  public Replay getReplay(
      @PathParam("source") String source, @PathParam("replayId") UUID replayId) {
    return pools
        .with(source, connection -> Replays.find(connection, replayId))
        .orElseThrow(() -> new NotFound("replay", replayId).refused());
  }

  @POST
  @Path("/{source}/replays/{replayId}/cancellation")
  @RolesAllowed({Permission.SYSTEM_CONFIGURE, Permission.OUTBOX_REPLAY})
  @Operation(summary = "Ends a running replay; a cancelled one stays as it is")
  public Replay cancelReplay(
      @PathParam("source") String source, @PathParam("replayId") UUID replayId) {
    boolean cancelled =
        commands.with(
            source,
            replayId,
            null,
            connection -> Replays.cancel(connection, replayId),
            Boolean::booleanValue);
    Replay replay = getReplay(source, replayId);
    if (!cancelled && !replay.state().equals("CANCELLED")) {
      throw new ReplayNotRunning(replayId, replay.state()).refused();
    }
    LOG.infof("%s: %s cancelled the replay %s", source, caller.userId(), replayId);
    return replay;
  }
}
