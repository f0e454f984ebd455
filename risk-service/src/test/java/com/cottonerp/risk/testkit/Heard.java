package com.cottonerp.risk.testkit;

import com.cottonerp.contracts.Money;
import com.cottonerp.contracts.PublishedEvent;
import com.cottonerp.contracts.partners.v1.Capabilities;
import com.cottonerp.contracts.partners.v1.PartnerApproved;
import com.cottonerp.contracts.partners.v1.PartnerCreated;
import com.cottonerp.contracts.partners.v1.PartnerSnapshot;
import com.cottonerp.contracts.settings.v1.ExchangeRateSet;
import com.cottonerp.contracts.trade.v1.PositionClosed;
import com.cottonerp.contracts.trade.v1.PositionOpened;
import com.cottonerp.contracts.trade.v1.PositionSnapshot;
import com.cottonerp.defaults.sources.BusinessDay;
import com.cottonerp.eventing.inbox.Inbox;
import com.cottonerp.eventing.testkit.InboxFeed;
import com.cottonerp.risk.assessment.PostsToAssess;
import com.cottonerp.risk.commodityrules.CommodityRulesProjection;
import com.cottonerp.risk.exchangerates.ExchangeRatesProjection;
import com.cottonerp.risk.partnerprofiles.PartnerProfilesProjection;
import com.cottonerp.risk.positions.PositionsProjection;
import com.cottonerp.risk.standings.PartiesToAssess;
import com.cottonerp.risk.standings.PartnersToAssess;
import com.cottonerp.risk.standings.RatesToAssess;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** The events of other contexts, delivered to risk as Pub/Sub delivers them. */
@ApplicationScoped
public class Heard {
  @Inject PartnerProfilesProjection partnerProfiles;
  @Inject PartnersToAssess partnersToAssess;
  @Inject CommodityRulesProjection commodityRules;
  @Inject ExchangeRatesProjection exchangeRates;
  @Inject RatesToAssess ratesToAssess;
  @Inject PositionsProjection positions;
  @Inject PostsToAssess postsToAssess;
  @Inject PartiesToAssess partiesToAssess;
  private final InboxFeed partners;
  private final InboxFeed settings;
  private final InboxFeed tradeDesk;

  Heard(Inbox inbox, Vertx vertx, ObjectMapper json) {
    partners = new InboxFeed(inbox, vertx, json, "partners", "risk.partner-events");
    settings = new InboxFeed(inbox, vertx, json, "settings", "risk.settings-events");
    tradeDesk = new InboxFeed(inbox, vertx, json, "trade-desk", "risk.trade-events");
  }

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
                BusinessDay.today(Clock.systemUTC()).plusYears(1),
                money,
                30,
                null,
                null,
                null,
                null,
                null,
                null,
                null)));
    fromPartners(
        id,
        new PartnerApproved(
            id,
            UUID.randomUUID(),
            "a-manager",
            Instant.now(),
            money,
            30,
            BusinessDay.today(Clock.systemUTC())));
  }

  /** Opens a trade of this value; returns the id of its position. */
  public UUID tradeOf(UUID partnerId, String value) {
    return tradeOf(partnerId, inr(value));
  }

  /** A trade in any currency. */
  public UUID tradeOf(UUID partnerId, Money value) {
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
                value)));
    return position;
  }

  public void settled(UUID position, UUID partnerId) {
    fromTradeDesk(position, new PositionClosed(position, partnerId, position, "COMPLETED"));
  }

  /** The rate of a pair from a day on. */
  public void rate(UUID id, String base, String quote, String rate, LocalDate validFrom) {
    fromSettings(
        id, new ExchangeRateSet(id, base, quote, new BigDecimal(rate), validFrom, "a test"));
  }

  public void fromPartners(UUID aggregate, PublishedEvent event) {
    partners.feed(aggregate, event, partnerProfiles, partnersToAssess);
  }

  public void fromSettings(UUID aggregate, PublishedEvent event) {
    settings.feed(aggregate, event, commodityRules, exchangeRates, ratesToAssess);
  }

  public void fromTradeDesk(UUID aggregate, PublishedEvent event) {
    tradeDesk.feed(aggregate, event, positions, postsToAssess, partiesToAssess);
  }

  public static Money inr(String amount) {
    return new Money(new BigDecimal(amount), "INR");
  }
}
