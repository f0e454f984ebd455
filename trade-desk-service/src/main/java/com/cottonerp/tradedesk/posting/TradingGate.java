package com.cottonerp.tradedesk.posting;

import com.cottonerp.contracts.partners.v1.Capabilities;
import com.cottonerp.tradedesk.partnerdirectory.PartnerFacts;
import java.time.LocalDate;
import java.util.Optional;

/** Whether a partner may trade, and on which side in which country. Pure. */
public final class TradingGate {
  private static final String INDIA = "IN";

  private TradingGate() {}

  /** Refuses a partner who may not trade at all, wherever. */
  public static void mustBeInGoodStanding(PartnerFacts partner, LocalDate today) {
    badStanding(partner, today)
        .ifPresent(
            refusal -> {
              throw refusal.refused();
            });
  }

  /** Why a partner may not trade at all; empty when it may. */
  public static Optional<PostingRefusal> badStanding(PartnerFacts partner, LocalDate today) {
    if (!"approved".equals(partner.status())) {
      return Optional.of(
          new PostingRefusal.PartnerNotApproved(partner.partnerId(), partner.status()));
    }
    if (!"verified".equals(partner.kycStatus())
        || partner.kycExpiresOn() == null
        || partner.kycExpiresOn().isBefore(today)) {
      return Optional.of(
          new PostingRefusal.KycExpired(partner.partnerId(), partner.kycExpiresOn()));
    }
    return "business_entity".equals(partner.entityClass())
        ? Optional.empty()
        : Optional.of(new PostingRefusal.ServiceProvidersDoNotTrade());
  }

  /** Refuses who may not do it there; see {@link #incapable}. */
  public static void mustBeCapable(PartnerFacts partner, Side side, String country) {
    incapable(partner, side, country)
        .ifPresent(
            refusal -> {
              throw refusal.refused();
            });
  }

  /**
   * Why a partner may not do it there; empty when it may.
   *
   * @param country where the goods lie (to sell), or are wanted (to buy)
   */
  public static Optional<PostingRefusal> incapable(
      PartnerFacts partner, Side side, String country) {
    Capabilities may = partner.capabilities();
    boolean buys = side == Side.BUY;
    if (partner.isIndian() && country.equals(INDIA)) {
      return unless(
          buys ? may.domesticBuyIndia() : may.domesticSellIndia(),
          side,
          buys ? "domesticBuyIndia" : "domesticSellIndia",
          country);
    }
    if (country.equals(partner.country())) {
      return unless(
          buys ? may.domesticBuyHomeCountry() : may.domesticSellHomeCountry(),
          side,
          buys ? "domesticBuyHomeCountry" : "domesticSellHomeCountry",
          country);
    }
    if (country.equals(INDIA)) {
      return Optional.of(new PostingRefusal.IndianEntityNeeded());
    }
    return across(partner, side, country);
  }

  /**
   * Why goods may not go from one to the other; empty when they may.
   *
   * @param goods the country where they lie
   * @param wanted the country where they are to go
   */
  public static Optional<PostingRefusal> between(
      PartnerFacts buyer, PartnerFacts seller, String goods, String wanted) {
    return wanted.equals(goods)
        ? incapable(seller, Side.SELL, goods).or(() -> incapable(buyer, Side.BUY, goods))
        : across(seller, Side.SELL, wanted).or(() -> across(buyer, Side.BUY, goods));
  }

  /** Why a partner may not trade across the border; empty when it may. */
  public static Optional<PostingRefusal> across(PartnerFacts partner, Side side, String country) {
    Capabilities may = partner.capabilities();
    boolean buys = side == Side.BUY;
    return unless(
        buys ? may.importAllowed() : may.exportAllowed(),
        side,
        buys ? "importAllowed" : "exportAllowed",
        country);
  }

  private static Optional<PostingRefusal> unless(
      boolean allowed, Side side, String capability, String country) {
    return allowed
        ? Optional.empty()
        : Optional.of(new PostingRefusal.CapabilityMissing(side, capability, country));
  }
}
