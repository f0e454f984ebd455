package com.cottonerp.risk.assessment;

import com.cottonerp.contracts.risk.v1.RiskFactor;
import com.cottonerp.contracts.settings.v1.TradeRules;
import com.cottonerp.risk.partylinks.PartyLinks;
import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The rules for two partners who would trade with each other. Pure: the same inputs give the same
 * judgement. The score is the mean of both sides; a violation fails the pair at any score.
 */
public record PairJudgement(
    RiskStatus status, BigDecimal score, List<RiskFactor> factors, List<String> violations) {
  private static final Set<String> SANCTIONED = Set.of("IR", "KP", "SY", "CU");
  private static final BigDecimal TWO = new BigDecimal("2");
  private static final int PEER_BLOCKED_BELOW = 30;
  private static final int PEER_GOOD_ABOVE = 50;

  /**
   * The inputs of the rules.
   *
   * @param washTrades trades of today in which the buyer sold the commodity to the seller
   * @param peerScore the percentage of the pair's finished trades that went well; null without any
   *     trade
   */
  @Schema(name = "PairInputs")
  public record Inputs(
      Judgement.Inputs buyer,
      Judgement.Inputs seller,
      PartyLinks links,
      boolean sameBranch,
      @Schema(description = "Trades of today in which the buyer sold the commodity to the seller")
          List<UUID> washTrades,
      @Nullable
          @Schema(
              description =
                  "How many of 100 finished trades of the two went well; null without any")
          Integer peerScore,
      Border border) {}

  /**
   * The rules of a border, between the partners or on the way of the goods.
   *
   * @param goodsCountry where the goods lie; null when unknown, like deliveryCountry
   * @param exportRules null for a commodity without export rules, like importRules
   * @param value of the pair in the currency of the rules
   */
  public record Border(
      String buyerCountry,
      String sellerCountry,
      @Nullable @Schema(description = "Null when it is not known where the goods lie")
          String goodsCountry,
      @Nullable @Schema(description = "Null when it is not known") String deliveryCountry,
      boolean buyerMayImport,
      boolean sellerMayExport,
      @Nullable @Schema(description = "Null when the commodity has none") TradeRules exportRules,
      @Nullable @Schema(description = "Null when the commodity has none") TradeRules importRules,
      @Nullable
          @Schema(
              description =
                  "In the commodity's currency; null of assessments from before rates were kept")
          @JsonFormat(shape = JsonFormat.Shape.STRING)
          BigDecimal value) {
    boolean isCrossed() {
      return Stream.concat(origins(), destinations()).distinct().count() > 1;
    }

    private Stream<String> origins() {
      return Stream.of(sellerCountry, goodsCountry).filter(Objects::nonNull);
    }

    private Stream<String> destinations() {
      return Stream.of(buyerCountry, deliveryCountry).filter(Objects::nonNull);
    }
  }

  public static PairJudgement of(Inputs inputs) {
    Judgement buyer = Judgement.of(inputs.buyer());
    Judgement seller = Judgement.of(inputs.seller());
    List<RiskFactor> factors = new ArrayList<>();
    buyer.factors().forEach(factor -> factors.add(of("BUYER_", factor)));
    seller.factors().forEach(factor -> factors.add(of("SELLER_", factor)));
    List<String> violations = new ArrayList<>();
    if (inputs.sameBranch()) {
      violations.add("SAME_BRANCH");
    }
    addLinks(inputs.links(), factors, violations);
    if (!inputs.washTrades().isEmpty()) {
      violations.add("WASH_TRADING");
      factors.add(
          new RiskFactor("WASH_TRADING", 0, "The other way round today: " + inputs.washTrades()));
    }
    boolean peerWarns = addPeer(inputs.peerScore(), factors, violations);
    addBorder(inputs, violations);
    if (buyer.status() == RiskStatus.FAIL) {
      violations.add("BUYER_FAILED");
    }
    if (seller.status() == RiskStatus.FAIL) {
      violations.add("SELLER_FAILED");
    }
    boolean warns =
        peerWarns
            || buyer.status() == RiskStatus.WARN
            || seller.status() == RiskStatus.WARN
            || inputs.links().severity().equals("WARN");
    return new PairJudgement(
        status(violations, warns),
        mean(buyer.score(), seller.score()),
        List.copyOf(factors),
        List.copyOf(violations));
  }

  static BigDecimal mean(int buyer, int seller) {
    return BigDecimal.valueOf((long) buyer + seller).divide(TWO, 2, RoundingMode.HALF_UP);
  }

  private static RiskStatus status(List<String> violations, boolean warns) {
    if (!violations.isEmpty()) {
      return RiskStatus.FAIL;
    }
    return warns ? RiskStatus.WARN : RiskStatus.PASS;
  }

  private static RiskFactor of(String side, RiskFactor factor) {
    return new RiskFactor(side + factor.code(), factor.deduction(), factor.text());
  }

  private static void addLinks(
      PartyLinks links, List<RiskFactor> factors, List<String> violations) {
    for (PartyLinks.Link link : links.links()) {
      factors.add(new RiskFactor(link.kind(), 0, "The parties share it: " + link.severity()));
      if (link.severity().equals("BLOCK")) {
        violations.add(link.kind());
      }
    }
  }

  /** Returns whether the two partners' past trades are a warning. */
  private static boolean addPeer(
      Integer peerScore, List<RiskFactor> factors, List<String> violations) {
    if (peerScore == null || peerScore > PEER_GOOD_ABOVE) {
      return false;
    }
    factors.add(
        new RiskFactor("PEER_HISTORY", 0, peerScore + " of 100 trades of the two went well"));
    if (peerScore < PEER_BLOCKED_BELOW) {
      violations.add("PEER_BLOCKED");
      return false;
    }
    return true;
  }

  private static void addBorder(Inputs inputs, List<String> violations) {
    Border border = inputs.border();
    if (!border.isCrossed()) {
      return;
    }
    if (Stream.concat(border.origins(), border.destinations()).anyMatch(SANCTIONED::contains)) {
      violations.add("SANCTIONED_COUNTRY");
    }
    if (closed(border.exportRules(), border.destinations())) {
      violations.add("EXPORT_RESTRICTED");
    }
    if (closed(border.importRules(), border.origins())) {
      violations.add("IMPORT_RESTRICTED");
    }
    BigDecimal value = border.value();
    if (needsLicence(border.exportRules(), value) && !border.sellerMayExport()) {
      violations.add("EXPORT_LICENCE_MISSING");
    }
    if (needsLicence(border.importRules(), value) && !border.buyerMayImport()) {
      violations.add("IMPORT_LICENCE_MISSING");
    }
  }

  private static boolean closed(TradeRules rules, Stream<String> countries) {
    return rules != null
        && rules.restrictedCountries() != null
        && countries.anyMatch(rules.restrictedCountries()::contains);
  }

  private static boolean needsLicence(TradeRules rules, BigDecimal value) {
    if (rules == null || !rules.licenceRequired()) {
      return false;
    }
    return rules.licenceFreeBelow() == null || value.compareTo(rules.licenceFreeBelow()) >= 0;
  }
}
