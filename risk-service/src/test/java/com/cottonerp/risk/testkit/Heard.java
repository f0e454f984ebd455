package com.cottonerp.risk.testkit;

import com.cottonerp.contracts.Money;
import com.cottonerp.contracts.PublishedEvent;
import com.cottonerp.contracts.partners.v1.Capabilities;
import com.cottonerp.contracts.partners.v1.PartnerApproved;
import com.cottonerp.contracts.partners.v1.PartnerCreated;
import com.cottonerp.contracts.partners.v1.PartnerSnapshot;
import com.cottonerp.contracts.trade.v1.PositionClosed;
import com.cottonerp.contracts.trade.v1.PositionOpened;
import com.cottonerp.contracts.trade.v1.PositionSnapshot;
import com.cottonerp.eventing.inbox.Inbox;
import com.cottonerp.eventing.inbox.Projection;
import com.cottonerp.eventing.inbox.ReceivedMessage;
import com.cottonerp.risk.assessment.PostsToAssess;
import com.cottonerp.risk.commodityrules.CommodityRulesProjection;
import com.cottonerp.risk.partnerprofiles.PartnerProfilesProjection;
import com.cottonerp.risk.positions.PositionsProjection;
import com.cottonerp.risk.standings.PartiesToAssess;
import com.cottonerp.risk.standings.PartnersToAssess;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What risk hears of the others, as it comes from Pub/Sub. */
@ApplicationScoped
public class Heard {
  private final Map<UUID, AtomicLong> sequences = new ConcurrentHashMap<>();

  @Inject Inbox inbox;
  @Inject Vertx vertx;
  @Inject ObjectMapper json;
  @Inject PartnerProfilesProjection partnerProfiles;
  @Inject PartnersToAssess partnersToAssess;
  @Inject CommodityRulesProjection commodityRules;
  @Inject PositionsProjection positions;
  @Inject PostsToAssess postsToAssess;
  @Inject PartiesToAssess partiesToAssess;

  /** An approved partner with this limit in INR. */
  public void partner(UUID id, String limit, String phoneKey) {
    Money money = inr(limit);
    fromPartners(
        id,
        new PartnerCreated(
            new PartnerSnapshot(
                id,
                "BP-1",
                "Somebody",
                null,
                "business_entity",
                null,
                "IN",
                "Gujarat",
                "24",
                "pan-" + id,
                "gst-" + id,
                phoneKey,
                null,
                null,
                null,
                new Capabilities(true, true, false, false, false, false),
                "approved",
                "verified",
                LocalDate.now().plusYears(1),
                money,
                30,
                null)));
    fromPartners(
        id,
        new PartnerApproved(
            id, UUID.randomUUID(), "a-manager", Instant.now(), money, 30, LocalDate.now()));
  }

  /** A trade of this value is open; the id of its position. */
  public UUID tradeOf(UUID partnerId, String value) {
    UUID position = UUID.randomUUID();
    fromTradeDesk(
        position,
        new PositionOpened(
            new PositionSnapshot(
                position,
                partnerId,
                "TRADE",
                UUID.randomUUID(),
                "BUY",
                UUID.randomUUID(),
                BigDecimal.TEN,
                "KG",
                inr(value))));
    return position;
  }

  public void settled(UUID position, UUID partnerId) {
    fromTradeDesk(position, new PositionClosed(position, partnerId, position, "COMPLETED"));
  }

  public void fromPartners(UUID aggregate, PublishedEvent event) {
    hear("partners", aggregate, event, partnerProfiles, partnersToAssess);
  }

  public void fromSettings(UUID aggregate, PublishedEvent event) {
    hear("settings", aggregate, event, commodityRules);
  }

  public void fromTradeDesk(UUID aggregate, PublishedEvent event) {
    hear("trade-desk", aggregate, event, positions, postsToAssess, partiesToAssess);
  }

  public static Money inr(String amount) {
    return new Money(new BigDecimal(amount), "INR");
  }

  private void hear(String source, UUID aggregate, PublishedEvent event, Projection... heard) {
    long sequence = sequences.computeIfAbsent(aggregate, id -> new AtomicLong()).incrementAndGet();
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
                event.getClass().getSimpleName(),
                "ce-subject",
                aggregate.toString(),
                "ce-time",
                Instant.now().toString(),
                "ce-aggregatetype",
                "Any",
                "ce-sequence",
                Long.toString(sequence),
                "ce-eventversion",
                "1"),
            bytes(event));
    CompletableFuture<Void> done = new CompletableFuture<>();
    Context context = VertxContext.getOrCreateDuplicatedContext(vertx);
    VertxContextSafetyToggle.setContextSafe(context, true);
    context.runOnContext(
        started ->
            inbox
                .receive("risk." + source, message, heard)
                .subscribe()
                .with(nothing -> done.complete(null), done::completeExceptionally));
    done.join();
  }

  private byte[] bytes(PublishedEvent event) {
    try {
      return json.writeValueAsBytes(event);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
