package com.cottonerp.risk.assessment;

import com.cottonerp.contracts.settings.v1.TradeRules;
import com.cottonerp.defaults.sources.IdSource;
import com.cottonerp.risk.basis.Basis;
import com.cottonerp.risk.commodityrules.CommodityRule;
import com.cottonerp.risk.commodityrules.CommodityRules;
import com.cottonerp.risk.exchangerates.ExchangeRateNotKnownYet;
import com.cottonerp.risk.partnerprofiles.PartnerCredit;
import com.cottonerp.risk.partnerprofiles.PartnerProfiles;
import com.cottonerp.risk.partylinks.PartyLinks;
import com.cottonerp.risk.positions.TradeHistory;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Assesses pairs, in the caller's transaction. A pair with an unknown partner waits, and so does
 * one whose value cannot be counted yet.
 */
@ApplicationScoped
class AssessPair {
  private static final ZoneId TRADE_ZONE = ZoneId.of("Asia/Kolkata");
  // Rules for an unknown commodity: no goods cross a border without a licence.
  private static final TradeRules STRICT = new TradeRules(true, List.of(), List.of(), null);

  private final PartnerProfiles profiles;
  private final PostInputs side;
  private final TradeHistory history;
  private final CommodityRules commodities;
  private final AssessedSubjects verdicts;
  private final Assessments assessments;
  private final WaitingPosts waiting;
  private final Basis basis;
  private final IdSource ids;
  private final Clock clock;

  AssessPair(
      PartnerProfiles profiles,
      PostInputs side,
      TradeHistory history,
      CommodityRules commodities,
      AssessedSubjects verdicts,
      Assessments assessments,
      WaitingPosts waiting,
      Basis basis,
      IdSource ids,
      Clock clock) {
    this.profiles = profiles;
    this.side = side;
    this.history = history;
    this.commodities = commodities;
    this.verdicts = verdicts;
    this.assessments = assessments;
    this.waiting = waiting;
    this.basis = basis;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param causeId the event that asks for the assessment; one assessment for each such event
   */
  Uni<Void> assess(ProposedPair pair, UUID causeId) {
    return assessments
        .wasMadeFor(causeId)
        .chain(
            made -> made ? Uni.createFrom().voidItem() : assess(pair, causeId, verdicts::publish));
  }

  /**
   * Assesses a pair again after a change. Publishes only a verdict that differs from the last
   * verdict.
   *
   * @param causeId unique for each pair and change
   */
  Uni<Void> assessAgain(ProposedPair pair, UUID causeId) {
    return assessments
        .wasMadeFor(causeId)
        .chain(
            made ->
                made ? Uni.createFrom().voidItem() : assess(pair, causeId, this::publishIfOther));
  }

  private Uni<Void> publishIfOther(Assessment assessment) {
    return assessments
        .last(assessment.subjectId)
        .chain(
            last ->
                last != null && last.status == assessment.status
                    ? Uni.createFrom().voidItem()
                    : verdicts.publish(assessment));
  }

  private Uni<Void> assess(
      ProposedPair pair, UUID causeId, Function<Assessment, Uni<Void>> conclusion) {
    // Checked before any read: see CompleteReadModels.
    return basis
        .isComplete()
        .chain(complete -> complete ? assessNow(pair, causeId, conclusion) : later(pair, causeId));
  }

  private Uni<Void> assessNow(
      ProposedPair pair, UUID causeId, Function<Assessment, Uni<Void>> conclusion) {
    return profiles
        .creditOf(pair.buyerId())
        .chain(
            buyer ->
                profiles
                    .creditOf(pair.sellerId())
                    .chain(
                        seller ->
                            buyer == null || seller == null
                                ? later(pair, causeId)
                                : judge(pair, causeId, buyer, seller, conclusion)))
        .onFailure(failure -> ExchangeRateNotKnownYet.in(failure).isPresent())
        .recoverWithUni(
            failure ->
                waiting.keep(
                    WaitingPost.of(causeId, pair),
                    ExchangeRateNotKnownYet.in(failure).orElseThrow()));
  }

  private Uni<Void> later(ProposedPair pair, UUID causeId) {
    return waiting.keep(WaitingPost.of(causeId, pair));
  }

  private Uni<Void> judge(
      ProposedPair pair,
      UUID causeId,
      PartnerCredit buyer,
      PartnerCredit seller,
      Function<Assessment, Uni<Void>> conclusion) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), TRADE_ZONE);
    Gathered gathered = new Gathered();
    // Each party has a post on its own side of the commodity; that post was assessed when it was
    // posted.
    return side.of(pair.sideOf(pair.buyerId(), "BUY"), buyer, List.of())
        .invoke(inputs -> gathered.buyer = inputs)
        .chain(() -> side.of(pair.sideOf(pair.sellerId(), "SELL"), seller, List.of()))
        .invoke(inputs -> gathered.seller = inputs)
        .chain(() -> links(pair))
        .invoke(links -> gathered.links = links)
        .chain(() -> history.opposite(pair.buyerId(), pair.sellerId(), pair.commodityId(), today))
        .invoke(opposite -> gathered.washTrades = opposite)
        .chain(() -> history.recordBetween(pair.buyerId(), pair.sellerId()))
        .invoke(record -> gathered.peerScore = record.performance())
        .chain(() -> commodities.findById(pair.commodityId()))
        .chain(
            rule ->
                valueByTheRules(pair, rule)
                    .map(
                        value ->
                            gathered.inputs(
                                pair.sameBranch(), border(pair, buyer, seller, rule, value))))
        .chain(
            inputs ->
                conclusion.apply(
                    Assessment.of(ids.next(), pair, causeId, inputs, clock.instant())));
  }

  private Uni<PartyLinks> links(ProposedPair pair) {
    return profiles
        .keysOf(pair.buyerId())
        .chain(
            buyer ->
                profiles.keysOf(pair.sellerId()).map(seller -> PartyLinks.between(buyer, seller)));
  }

  // The rules of a border are about a value in the commodity's currency.
  private Uni<BigDecimal> valueByTheRules(ProposedPair pair, CommodityRule rule) {
    return rule == null || rule.currency() == null
        ? Uni.createFrom().item(pair.value().amount())
        : side.inCurrency(pair.sideOf(pair.buyerId(), "BUY"), rule.currency());
  }

  private static PairJudgement.Border border(
      ProposedPair pair,
      PartnerCredit buyer,
      PartnerCredit seller,
      CommodityRule rule,
      BigDecimal value) {
    return new PairJudgement.Border(
        buyer.country(),
        seller.country(),
        pair.goodsCountry(),
        pair.deliveryCountry(),
        buyer.importAllowed(),
        seller.exportAllowed(),
        rule == null ? STRICT : rule.exportRules(),
        rule == null ? STRICT : rule.importRules(),
        value);
  }

  /** Collects the answers: one session runs one query at a time. */
  private static final class Gathered {
    private Judgement.Inputs buyer;
    private Judgement.Inputs seller;
    private PartyLinks links;
    private List<UUID> washTrades;
    private Integer peerScore;

    private PairJudgement.Inputs inputs(boolean sameBranch, PairJudgement.Border border) {
      return new PairJudgement.Inputs(
          buyer, seller, links, sameBranch, washTrades, peerScore, border);
    }
  }
}
