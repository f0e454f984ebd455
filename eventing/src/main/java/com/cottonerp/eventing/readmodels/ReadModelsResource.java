package com.cottonerp.eventing.readmodels;

import com.cottonerp.eventing.audit.OperatorAudit;
import com.cottonerp.eventing.inbox.InOneTransaction;
import com.cottonerp.eventing.inbox.ReadModel;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.annotation.Nullable;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;

/** What the service knows of other contexts, for an operator. */
@Path("/api/v1/read-models")
@Tag(name = "Inbox")
public class ReadModelsResource {
  private static final Logger LOG = Logger.getLogger(ReadModelsResource.class);

  private final ReadModels models;
  private final Rebuilds rebuilds;
  private final SecurityIdentity identity;

  ReadModelsResource(ReadModels models, Rebuilds rebuilds, SecurityIdentity identity) {
    this.models = models;
    this.rebuilds = rebuilds;
    this.identity = identity;
  }

  /**
   * A read model and how far it is.
   *
   * @param aggregates how many aggregates it has heard of
   * @param events how many events it reflects
   * @param parked how many events wait
   * @param rebuilding whether it is being filled; until then nothing is decided by what it lacks
   * @param missing how many aggregates have not come as far again as when the rebuild began
   * @param missingEvents how many published events are known to be missing; they are asked for
   *     again
   * @param verifiedAt when it was last compared with what was published; null for never
   * @param missingWhenVerified how many events were missing then
   */
  public record ReadModelView(
      String name,
      String topic,
      List<String> tables,
      long aggregates,
      long events,
      long parked,
      boolean rebuilding,
      long missing,
      long missingEvents,
      @Nullable @Schema(description = "Null: never") Instant verifiedAt,
      long missingWhenVerified) {}

  /**
   * What a read model holds, in one word.
   *
   * @param digest the same for equal rows, whatever their order and when they were applied
   * @param sequences the same as the digest of the outbox on the relay ({@code GET
   *     /api/v1/outboxes/{source}/digest}) when all that was published is applied
   */
  public record DigestView(String name, long events, long rows, String digest, String sequences) {}

  /** All read models of the service: as many as it has projections. */
  public record ReadModelList(
      List<ReadModelView> items,
      @Nullable @Schema(description = "Always null: the list is whole") String next) {}

  @GET
  @RolesAllowed({"ADMIN_VIEW_ALL_DATA", "SYSTEM_CONFIGURE"})
  @WithSession
  @Operation(summary = "The read models of this service")
  @APIResponse(responseCode = "200", description = "By name")
  public Uni<ReadModelList> list() {
    return Multi.createFrom()
        .iterable(models.all())
        .onItem()
        .transformToUniAndConcatenate(this::view)
        .collect()
        .asList()
        .map(all -> new ReadModelList(all, null));
  }

  private Uni<ReadModelView> view(ReadModel model) {
    return models
        .progress(model)
        .map(
            progress ->
                new ReadModelView(
                    model.name(),
                    model.routes().topic(),
                    model.tables(),
                    progress.aggregates(),
                    progress.events(),
                    progress.parked(),
                    progress.rebuilding(),
                    progress.missing(),
                    progress.missingEvents(),
                    progress.verifiedAt(),
                    progress.missingWhenVerified()));
  }

  @GET
  @Path("/{name}/digest")
  @RolesAllowed({"ADMIN_VIEW_ALL_DATA", "SYSTEM_CONFIGURE"})
  @Operation(
      summary = "What a read model holds, in one word",
      description =
          "Equal before and after a rebuild, if no event came in between. Reads every row.")
  @APIResponse(responseCode = "200", description = "The digest")
  @APIResponse(responseCode = "404", description = "There is no such read model")
  public Uni<DigestView> getReadModelDigest(@PathParam("name") String name) {
    ReadModel model = named(name);
    return Panache.withTransaction(
        () ->
            models
                .progress(model)
                .chain(
                    progress ->
                        models
                            .digest(model)
                            .chain(
                                digest ->
                                    models
                                        .sequencesDigest(model)
                                        .map(
                                            sequences ->
                                                new DigestView(
                                                    name,
                                                    progress.events(),
                                                    digest.rows(),
                                                    digest.digest(),
                                                    sequences)))));
  }

  @POST
  @Path("/{name}/rebuild")
  @RolesAllowed("SYSTEM_CONFIGURE")
  @Operation(
      summary = "Empty a read model and fill it again from replayed events",
      description =
          "The service runs on, but what would be decided by this read model is refused as"
              + " retriable (503), or waits, until every aggregate has come as far as before. Other"
              + " read models drop the replayed events. Events that retention removed do not come"
              + " back: see accept.")
  @APIResponse(responseCode = "202", description = "It is empty, and the replay will be asked for")
  @APIResponse(responseCode = "404", description = "There is no such read model")
  public Uni<RestResponse<Void>> rebuildReadModel(@PathParam("name") String name) {
    ReadModel model = named(name);
    String by = identity.getPrincipal().getName();
    return InOneTransaction.run(
            session -> note(session, name, "rebuild", by).chain(() -> rebuilds.begin(model, by)))
        .replaceWith(() -> RestResponse.accepted());
  }

  @POST
  @Path("/{name}/accept")
  @RolesAllowed("SYSTEM_CONFIGURE")
  @Operation(
      summary = "Take a read model as whole although events are missing",
      description =
          "For events that do not come back: retention removed them, or they were published by"
              + " something else than the outbox. From now on what it does not hold counts as not"
              + " being so.")
  @APIResponse(responseCode = "204", description = "It is taken as whole, or was already")
  @APIResponse(responseCode = "404", description = "There is no such read model")
  public Uni<Void> acceptReadModel(@PathParam("name") String name) {
    ReadModel model = named(name);
    String by = identity.getPrincipal().getName();
    return InOneTransaction.run(
            session ->
                rebuilds
                    .accept(model)
                    .call(
                        changed ->
                            changed
                                ? note(session, name, "accept", by)
                                : Uni.createFrom().voidItem()))
        .invoke(
            changed -> {
              if (changed) {
                LOG.warnf("%s is taken as whole by %s, although events are missing", name, by);
              }
            })
        .replaceWithVoid();
  }

  private static Uni<Void> note(Session session, String name, String operation, String by) {
    JsonObject what = new JsonObject().put("readModel", name);
    return OperatorAudit.note(
        session, "ReadModel", OperatorAudit.NO_THING, operation, null, by, what);
  }

  private ReadModel named(String name) {
    return models.named(name).orElseThrow(NotFoundException::new);
  }
}
