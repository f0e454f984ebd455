package com.cottonerp.partners.testkit;

import com.cottonerp.eventing.inbox.Inbox;
import com.cottonerp.eventing.inbox.Projection;
import com.cottonerp.eventing.inbox.ReceivedMessage;
import com.cottonerp.partners.openbusiness.OpenBusinessProjection;
import com.cottonerp.partners.riskstandings.RiskStandingsProjection;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Events of other contexts, as they come from Pub/Sub. */
@ApplicationScoped
public class Received {
  @Inject Inbox inbox;
  @Inject Vertx vertx;
  @Inject OpenBusinessProjection openBusiness;
  @Inject RiskStandingsProjection riskStandings;

  public void trade(UUID aggregate, long sequence, String type, String payload) {
    receive(
        "partners.trade-events", "trade-desk", openBusiness, aggregate, sequence, type, payload);
  }

  public void risk(UUID aggregate, long sequence, String type, String payload) {
    receive("partners.risk-events", "risk", riskStandings, aggregate, sequence, type, payload);
  }

  private void receive(
      String subscription,
      String source,
      Projection projection,
      UUID aggregate,
      long sequence,
      String type,
      String payload) {
    ReceivedMessage message =
        new ReceivedMessage(
            UUID.randomUUID().toString(),
            "lane-0",
            Map.of(
                "ce-specversion",
                "1.0",
                "ce-id",
                UUID.randomUUID().toString(),
                "ce-source",
                "/cotton-erp/" + source,
                "ce-type",
                type,
                "ce-subject",
                aggregate.toString(),
                "ce-time",
                Instant.now().toString(),
                "ce-aggregatetype",
                "Position",
                "ce-sequence",
                Long.toString(sequence),
                "ce-eventversion",
                "1"),
            payload.getBytes(StandardCharsets.UTF_8));
    CompletableFuture<Void> done = new CompletableFuture<>();
    Context context = VertxContext.getOrCreateDuplicatedContext(vertx);
    VertxContextSafetyToggle.setContextSafe(context, true);
    context.runOnContext(
        started ->
            inbox
                .receive(subscription, message, projection)
                .subscribe()
                .with(nothing -> done.complete(null), done::completeExceptionally));
    done.join();
  }
}
