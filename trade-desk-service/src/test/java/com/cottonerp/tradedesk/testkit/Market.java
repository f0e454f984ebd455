package com.cottonerp.tradedesk.testkit;

import com.cottonerp.contracts.Money;
import com.cottonerp.contracts.PublishedEvent;
import com.cottonerp.contracts.partners.v1.Capabilities;
import com.cottonerp.contracts.partners.v1.PartnerBrokerConsentChanged;
import com.cottonerp.contracts.partners.v1.PartnerCreated;
import com.cottonerp.contracts.partners.v1.PartnerLocation;
import com.cottonerp.contracts.partners.v1.PartnerLocationAdded;
import com.cottonerp.contracts.partners.v1.PartnerSnapshot;
import com.cottonerp.contracts.risk.v1.RiskAssessed;
import com.cottonerp.contracts.risk.v1.RiskFactor;
import com.cottonerp.contracts.settings.v1.CommissionStructureSet;
import com.cottonerp.contracts.settings.v1.CommodityCreated;
import com.cottonerp.contracts.settings.v1.CommoditySnapshot;
import com.cottonerp.contracts.settings.v1.LocationCreated;
import com.cottonerp.contracts.settings.v1.LocationSnapshot;
import com.cottonerp.contracts.settings.v1.QualityParameter;
import com.cottonerp.contracts.settings.v1.TradeTermCreated;
import com.cottonerp.contracts.settings.v1.TradeTermSnapshot;
import com.cottonerp.defaults.sources.BusinessDay;
import com.cottonerp.eventing.inbox.Inbox;
import com.cottonerp.eventing.testkit.InboxFeed;
import com.cottonerp.tradedesk.brokerconsents.BrokerConsentsProjection;
import com.cottonerp.tradedesk.commissions.CommissionsProjection;
import com.cottonerp.tradedesk.commoditycatalog.CommodityCatalogProjection;
import com.cottonerp.tradedesk.locationdirectory.LocationDirectoryProjection;
import com.cottonerp.tradedesk.partnerdirectory.PartnerDirectoryProjection;
import com.cottonerp.tradedesk.reactions.PostsOfPartners;
import com.cottonerp.tradedesk.reactions.VerdictsOnPosts;
import com.cottonerp.tradedesk.standings.PartnerStandingsProjection;
import com.cottonerp.tradedesk.tradeterms.TradeTermsProjection;
import com.cottonerp.tradedesk.verdicts.RiskVerdictsProjection;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What the trade desk hears of partners, settings and risk, as it comes from Pub/Sub. */
@ApplicationScoped
public class Market {
  public static final Capabilities INDIAN =
      new Capabilities(true, true, false, false, false, false);

  @Inject PartnerDirectoryProjection partnerDirectory;
  @Inject BrokerConsentsProjection brokerConsents;
  @Inject PostsOfPartners postsOfPartners;
  @Inject CommodityCatalogProjection commodityCatalog;
  @Inject LocationDirectoryProjection locationDirectory;
  @Inject TradeTermsProjection tradeTerms;
  @Inject CommissionsProjection commissions;
  @Inject RiskVerdictsProjection riskVerdicts;
  @Inject PartnerStandingsProjection partnerStandings;
  @Inject VerdictsOnPosts verdictsOnPosts;
  private final InboxFeed partners;
  private final InboxFeed settings;
  private final InboxFeed risk;

  Market(Inbox inbox, Vertx vertx, ObjectMapper json) {
    partners = new InboxFeed(inbox, vertx, json, "partners", "trade-desk.partner-events");
    settings = new InboxFeed(inbox, vertx, json, "settings", "trade-desk.settings-events");
    risk = new InboxFeed(inbox, vertx, json, "risk", "trade-desk.risk-events");
  }

  /** An approved company in Gujarat that may buy and sell in India. */
  public UUID partner() {
    UUID id = UUID.randomUUID();
    partner(snapshot(id, INDIAN, "IN", BusinessDay.today(Clock.systemUTC()).plusYears(1)));
    return id;
  }

  public UUID partner(Capabilities capabilities, String country) {
    UUID id = UUID.randomUUID();
    partner(snapshot(id, capabilities, country, BusinessDay.today(Clock.systemUTC()).plusYears(1)));
    return id;
  }

  /** One whose master is another partner. */
  public UUID branchOf(UUID master) {
    UUID id = UUID.randomUUID();
    partner(snapshot(id, INDIAN, "IN", BusinessDay.today(Clock.systemUTC()).plusYears(1), master));
    return id;
  }

  public static PartnerSnapshot snapshot(
      UUID id, Capabilities capabilities, String country, LocalDate kycExpiresOn) {
    return snapshot(id, capabilities, country, kycExpiresOn, null);
  }

  private static PartnerSnapshot snapshot(
      UUID id, Capabilities capabilities, String country, LocalDate kycExpiresOn, UUID master) {
    return new PartnerSnapshot(
        id,
        "BP-" + id.toString().substring(0, 8),
        "Company " + id.toString().substring(0, 4),
        null,
        "business_entity",
        null,
        country,
        "Gujarat",
        "24",
        "pan-" + id,
        "gst-" + id,
        "phone-" + id,
        null,
        master,
        null,
        capabilities,
        "approved",
        "verified",
        kycExpiresOn,
        new Money(new BigDecimal("100000000.00"), "INR"),
        30,
        new BigDecimal("4.50"),
        null,
        null,
        "1 Registered Road",
        "Ahmedabad",
        "380001",
        null);
  }

  public void partner(PartnerSnapshot snapshot) {
    partnerEvent(snapshot.partnerId(), new PartnerCreated(snapshot));
  }

  /** A branch that ships and receives, the default for both; its id. */
  public UUID branch(UUID partnerId, String state, String stateCode) {
    return branch(partnerId, state, stateCode, null);
  }

  /** As {@link #branch}, with a tax registration. */
  public UUID branch(UUID partnerId, String state, String stateCode, String taxIdKey) {
    return branch(partnerId, "IN", state, stateCode, taxIdKey);
  }

  /** One abroad, that is not picked by itself. */
  public UUID branchIn(String country, UUID partnerId) {
    return branch(partnerId, country, null, null, null);
  }

  private UUID branch(
      UUID partnerId, String country, String state, String stateCode, String taxIdKey) {
    UUID id = UUID.randomUUID();
    boolean home = country.equals("IN");
    partnerEvent(
        partnerId,
        new PartnerLocationAdded(
            partnerId,
            new PartnerLocation(
                id,
                "warehouse",
                "Godown",
                "1 Mill Road",
                "Rajkot",
                state,
                stateCode,
                country,
                null,
                null,
                taxIdKey,
                true,
                true,
                home,
                home,
                "B1",
                "360001",
                home,
                null,
                null,
                null,
                null)));
    return id;
  }

  public void partnerEvent(UUID partnerId, PublishedEvent event) {
    partners.feed(partnerId, event, partnerDirectory, brokerConsents, postsOfPartners);
  }

  /** A partner lets the brokerage act for it, until the day or not at all. */
  public void consent(UUID partnerId, LocalDate validUntil) {
    UUID consent =
        new UUID(partnerId.getMostSignificantBits(), ~partnerId.getLeastSignificantBits());
    partners.feed(
        consent,
        new PartnerBrokerConsentChanged(partnerId, validUntil != null, validUntil),
        brokerConsents);
  }

  /** As {@link #consent(UUID, LocalDate)}, for a month. */
  public void consent(UUID partnerId) {
    consent(partnerId, BusinessDay.today(Clock.systemUTC()).plusMonths(1));
  }

  /** Cotton, priced per candy, traded in bales of 170 kg. */
  public UUID cotton(boolean circularTradingBlocked) {
    UUID id = UUID.randomUUID();
    commodity(cotton(id, circularTradingBlocked));
    return id;
  }

  /** Cotton of which that much more or less than agreed is delivered. */
  public UUID cottonWithTolerance(String percent) {
    UUID id = UUID.randomUUID();
    commodity(cotton(id, false, new BigDecimal(percent)));
    return id;
  }

  public static CommoditySnapshot cotton(UUID id, boolean circularTradingBlocked) {
    return cotton(id, circularTradingBlocked, null);
  }

  private static CommoditySnapshot cotton(
      UUID id, boolean circularTradingBlocked, BigDecimal deliveryTolerancePercent) {
    return new CommoditySnapshot(
        id,
        "COTTON",
        "Cotton " + id,
        "fibre",
        "5201",
        new BigDecimal("5.00"),
        "KG",
        "BALE",
        new BigDecimal("170"),
        "CANDY",
        new BigDecimal("355.6222"),
        null,
        deliveryTolerancePercent,
        null,
        "INR",
        List.of(
            new QualityParameter(
                "Staple Length",
                "RANGE",
                "mm",
                new BigDecimal("22.0"),
                new BigDecimal("34.0"),
                null,
                true),
            new QualityParameter(
                "Color Grade", "TEXT", null, null, null, List.of("31-3", "41-4"), false)),
        null,
        null,
        circularTradingBlocked,
        true);
  }

  public void commodity(CommoditySnapshot commodity) {
    settings.feed(commodity.commodityId(), new CommodityCreated(commodity), commodityCatalog);
  }

  /** A term of trade; its id. */
  public UUID term(String kind, String name) {
    UUID id = UUID.randomUUID();
    term(id, kind, name, true);
    return id;
  }

  /** What settings says of a term; a payment term is for 30 days, a delivery term with freight. */
  public void term(UUID id, String kind, String name, boolean active) {
    settings.feed(
        id,
        new TradeTermCreated(
            new TradeTermSnapshot(
                id,
                kind,
                name.toUpperCase(Locale.ROOT),
                name,
                null,
                null,
                null,
                null,
                kind.equals("delivery_term") ? true : null,
                null,
                kind.equals("payment_term") ? 30 : null,
                null,
                active)),
        tradeTerms);
  }

  public void commission(CommissionStructureSet structure) {
    settings.feed(structure.structureId(), structure, commissions);
  }

  /** A registered place in Gujarat. */
  public UUID rajkot() {
    return place("Rajkot", "Gujarat", "24", "22.3039", "70.8022");
  }

  public UUID place(String city, String state, String stateCode, String lat, String lon) {
    UUID id = UUID.randomUUID();
    settings.feed(
        id,
        new LocationCreated(
            new LocationSnapshot(
                id,
                city,
                "place-" + id,
                null,
                null,
                city,
                null,
                state,
                stateCode,
                "WEST",
                "IN",
                new BigDecimal(lat),
                new BigDecimal(lon),
                "Asia/Kolkata",
                true)),
        locationDirectory);
    return id;
  }

  /** What risk says of a post or a match; the code is that of a violation of a FAIL. */
  public void judge(String subjectType, UUID subject, String status, String score, String code) {
    judge(subjectType, subject, status, score, code, null);
  }

  /** As {@link #judge}, of one event of the subject. */
  public void judge(
      String subjectType, UUID subject, String status, String score, String code, Long sequence) {
    UUID verdict = new UUID(subject.getMostSignificantBits(), ~subject.getLeastSignificantBits());
    riskEvent(
        verdict,
        new RiskAssessed(
            verdict,
            subjectType,
            subject,
            List.of(),
            status,
            new BigDecimal(score),
            List.of(new RiskFactor(code, status.equals("PASS") ? 0 : 20, "because")),
            status.equals("FAIL") ? List.of(code) : List.of(),
            "1",
            Instant.now(),
            sequence));
  }

  public void riskEvent(UUID aggregate, PublishedEvent event) {
    risk.feed(aggregate, event, riskVerdicts, partnerStandings, verdictsOnPosts);
  }
}
