package com.cottonerp.tradedesk.matching;

import com.cottonerp.contracts.Money;
import com.cottonerp.contracts.trade.v1.PostPlace;
import com.cottonerp.tradedesk.partnerdirectory.PartnerFacts;
import com.cottonerp.tradedesk.verdicts.RiskStatus;
import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A match as one of its parties sees it. Before they negotiate, of the other party it shows the
 * state, the city and the rating; its post and its name come with the negotiation. What is secret
 * of one party (budget, target, risk) shows neither in the score nor in the status of the other's
 * view.
 *
 * @param status for a party a pair that risk rejected is one whose time is over
 * @param label what the total of the score is called: excellent, good, acceptable or weak
 * @param quantity what would change hands, in quantityUnit: the unit of the availability
 * @param price for one priceUnit; null for a seller who asks for none: what the buyer would pay is
 *     not told
 * @param landedPrice the price with the buyer's freight; null for the seller, to whom it would tell
 *     that freight
 * @param riskStatus null for the parties, and until risk has judged
 * @param rejectedFor why risk rejected it; null for the parties, and unless it is rejected
 * @param myPostId the caller's post; null for internal users, who see both
 * @param requirementId null for the seller unless they negotiate or agreed
 * @param availabilityId null for the buyer unless they negotiate or agreed
 * @param counterparty null for internal users
 */
public record MatchView(
    UUID id,
    MatchStatus status,
    UUID commodityId,
    ScoreView score,
    @Schema(description = "excellent, good, acceptable or weak") String label,
    @Schema(description = "In quantityUnit") @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal quantity,
    String quantityUnit,
    @Nullable @Schema(description = "For one priceUnit; null for a seller who asks for none")
        Money price,
    String priceUnit,
    @Nullable @Schema(description = "Null for the parties, and until risk has judged")
        RiskStatus riskStatus,
    @Nullable @Schema(description = "Null for the parties, and unless it is rejected")
        String rejectedFor,
    @Nullable @Schema(description = "Null for internal users") UUID myPostId,
    @Nullable @Schema(description = "Null for the seller unless they negotiate or agreed")
        UUID requirementId,
    @Nullable @Schema(description = "Null for the buyer unless they negotiate or agreed")
        UUID availabilityId,
    @Nullable @Schema(description = "Null for internal users") Counterparty counterparty,
    Instant proposedAt,
    Instant expiresAt,
    @Nullable
        @Schema(
            description =
                "The price with freight, for one priceUnit; null for the seller, and when the"
                    + " freight is not known")
        Money landedPrice) {

  /**
   * The other side.
   *
   * @param level matched (who it is stays hidden) or negotiating (it is known)
   * @param partnerId null while it is hidden, and so is its name
   * @param city of its post; null when its place has none, and so is the state
   * @param rating 0 to 5, one decimal; null while nobody rated it
   */
  public record Counterparty(
      @Schema(description = "matched: who it is stays hidden; negotiating: it is known")
          String level,
      String description,
      @Nullable @Schema(description = "Null while it is hidden") UUID partnerId,
      @Nullable @Schema(description = "Null while it is hidden") String name,
      @Nullable String city,
      @Nullable String state,
      String country,
      @Nullable
          @Schema(description = "0 to 5; null while nobody rated it")
          @JsonFormat(shape = JsonFormat.Shape.STRING)
          BigDecimal rating) {}

  /** For an internal user, who sees everything. */
  static MatchView all(Match match) {
    return of(match, null, ScoreView.all(match.terms().score()), null);
  }

  static MatchView forParty(Match match, UUID partnerId, PartnerFacts other, ScoreView score) {
    return of(match, partnerId, score, other);
  }

  private static MatchView of(Match match, UUID partnerId, ScoreView score, PartnerFacts other) {
    boolean internal = partnerId == null;
    boolean known =
        internal
            || match.status() == MatchStatus.NEGOTIATING
            || match.status() == MatchStatus.AGREED;
    boolean buys = match.counterparts().buyerId().equals(partnerId);
    return new MatchView(
        match.id(),
        internal ? match.status() : match.status().toParties(),
        match.counterparts().commodityId(),
        score,
        Scoring.label(score.total()),
        match.terms().quantity(),
        match.terms().quantityUnit(),
        internal || buys || match.terms().asked() ? match.terms().money() : null,
        match.terms().priceUnit(),
        internal ? match.riskStatus() : null,
        internal ? match.reasons() : null,
        internal
            ? null
            : buys ? match.counterparts().requirementId() : match.counterparts().availabilityId(),
        known || buys ? match.counterparts().requirementId() : null,
        known || !buys ? match.counterparts().availabilityId() : null,
        internal
            ? null
            : counterparty(
                buys ? "seller" : "buyer",
                known,
                other,
                buys ? match.terms().sellerPlace() : match.terms().buyerPlace()),
        match.proposedAt(),
        match.expiresAt(),
        internal || buys ? match.terms().landedMoney() : null);
  }

  private static Counterparty counterparty(
      String role, boolean known, PartnerFacts other, PostPlace place) {
    return new Counterparty(
        known ? "negotiating" : "matched",
        "Verified " + role,
        known ? other.partnerId() : null,
        known ? other.legalName() : null,
        place.city(),
        place.state(),
        place.country(),
        other.rating() == null ? null : other.rating().setScale(1, RoundingMode.HALF_UP));
  }
}
