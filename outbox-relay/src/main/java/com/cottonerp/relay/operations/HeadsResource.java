package com.cottonerp.relay.operations;

import com.cottonerp.defaults.security.Permission;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The heads of an outbox, which a subscriber compares with its applied events. */
@Path("/api/v1/outboxes")
@Tag(name = "Outboxes")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class HeadsResource {
  private final OutboxPools pools;

  HeadsResource(OutboxPools pools) {
    this.pools = pools;
  }

  @GET
  @Path("/{source}/digest")
  @RolesAllowed({
    Permission.ADMIN_VIEW_ALL_DATA,
    Permission.SYSTEM_CONFIGURE,
    Permission.OUTBOX_REPLAY
  })
  @Operation(
      summary = "One word per lane for how far each of its aggregates is published",
      description =
          "The XOR, over the aggregates, of the first 16 hexadecimal digits of md5(aggregateId + ':' + lastSequence)."
              + " Equal digests, equal sequences. Retention does not change it.")
  public Heads.Digest getOutboxDigest(@PathParam("source") String source) {
    return pools.with(source, connection -> Heads.digest(connection, source));
  }

  @GET
  @Path("/{source}/lanes/{lane}/sequences")
  @RolesAllowed({
    Permission.ADMIN_VIEW_ALL_DATA,
    Permission.SYSTEM_CONFIGURE,
    Permission.OUTBOX_REPLAY
  })
  @Operation(summary = "The last published sequence of each aggregate of a lane, by aggregate id")
  public Heads.Sequences listLaneSequences(
      @PathParam("source") String source,
      @PathParam("lane") @Min(0) @Max(63) int lane,
      @Parameter(
              description =
                  "An aggregate id: the page begins behind it. A subscriber may begin anywhere;"
                      + " next is the last id of the page before")
          @QueryParam("after")
          @Pattern(
              regexp = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
              message = "must be a UUID")
          String after,
      @QueryParam("limit") @DefaultValue("1000") @Min(1) @Max(5000) int limit) {
    UUID last = after == null ? null : UUID.fromString(after);
    return pools.with(source, connection -> Heads.sequences(connection, source, lane, last, limit));
  }
}
