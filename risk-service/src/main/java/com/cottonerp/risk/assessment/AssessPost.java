package com.cottonerp.risk.assessment;

import com.cottonerp.defaults.sources.IdSource;
import com.cottonerp.risk.basis.Basis;
import com.cottonerp.risk.commodityrules.CommodityRules;
import com.cottonerp.risk.exchangerates.ExchangeRateNotKnownYet;
import com.cottonerp.risk.partnerprofiles.PartnerCredit;
import com.cottonerp.risk.partnerprofiles.PartnerProfiles;
import com.cottonerp.risk.positions.OpenPositions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Assesses posts, in the caller's transaction. A post of an unknown partner waits, and so does one
 * whose value cannot be counted in the currency of the limit yet.
 */
@ApplicationScoped
class AssessPost {
  private final PartnerProfiles profiles;
  private final OpenPositions positions;
  private final PostInputs inputs;
  private final CommodityRules commodities;
  private final AssessedSubjects verdicts;
  private final Assessments assessments;
  private final WaitingPosts waiting;
  private final Basis basis;
  private final IdSource ids;
  private final Clock clock;

  AssessPost(
      PartnerProfiles profiles,
      OpenPositions positions,
      PostInputs inputs,
      CommodityRules commodities,
      AssessedSubjects verdicts,
      Assessments assessments,
      WaitingPosts waiting,
      Basis basis,
      IdSource ids,
      Clock clock) {
    this.profiles = profiles;
    this.positions = positions;
    this.inputs = inputs;
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
  Uni<Void> assess(Post post, UUID causeId) {
    return assessments
        .wasMadeFor(causeId)
        .chain(made -> made ? Uni.createFrom().voidItem() : assessIfComplete(post, causeId));
  }

  // Checked before any read: see CompleteReadModels.
  private Uni<Void> assessIfComplete(Post post, UUID causeId) {
    return basis
        .isComplete()
        .chain(complete -> complete ? assessNew(post, causeId) : later(post, causeId));
  }

  private Uni<Void> assessNew(Post post, UUID causeId) {
    return profiles
        .creditOf(post.partnerId())
        .chain(
            credit ->
                credit == null
                    ? later(post, causeId)
                    : inputs(post, credit).chain(gathered -> publish(post, causeId, gathered)))
        .onFailure(failure -> ExchangeRateNotKnownYet.in(failure).isPresent())
        .recoverWithUni(
            failure ->
                waiting.keep(
                    WaitingPost.of(causeId, post),
                    ExchangeRateNotKnownYet.in(failure).orElseThrow()));
  }

  private Uni<Void> later(Post post, UUID causeId) {
    return waiting.keep(WaitingPost.of(causeId, post));
  }

  Uni<Judgement.Inputs> inputs(Post post, PartnerCredit credit) {
    return unsettledOpposite(post).chain(opposite -> inputs.of(post, credit, opposite));
  }

  private Uni<List<UUID>> unsettledOpposite(Post post) {
    return commodities
        .circularTradingBlocked(post.commodityId())
        .chain(
            blocked ->
                blocked
                    ? positions.postsOf(post.partnerId(), post.commodityId(), post.oppositeSide())
                    : Uni.createFrom().item(List.of()));
  }

  private Uni<Void> publish(Post post, UUID causeId, Judgement.Inputs gathered) {
    return verdicts.publish(Assessment.of(ids.next(), post, causeId, gathered, clock.instant()));
  }
}
