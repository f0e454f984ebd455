package com.cottonerp.risk.standings;

import com.cottonerp.risk.basis.Basis;
import com.cottonerp.risk.exchangerates.ExchangeRateNotKnownYet;
import com.cottonerp.risk.partnerprofiles.PartnerCredit;
import com.cottonerp.risk.partnerprofiles.PartnerKeys;
import com.cottonerp.risk.partnerprofiles.PartnerProfiles;
import com.cottonerp.risk.partylinks.PartyLinks;
import com.cottonerp.risk.positions.Exposures;
import com.cottonerp.risk.positions.TradeHistory;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Assesses a partner again, in the caller's transaction. Skips an unknown partner; postpones the
 * assessment while an input is being filled, or while an open trade cannot be counted in the
 * currency of the limit.
 */
@ApplicationScoped
class AssessPartner {
  private final PartnerProfiles partners;
  private final Exposures exposures;
  private final TradeHistory history;
  private final PartnerRiskProfiles profiles;
  private final Basis basis;
  private final WaitingPartners waiting;
  private final Clock clock;

  AssessPartner(
      PartnerProfiles partners,
      Exposures exposures,
      TradeHistory history,
      PartnerRiskProfiles profiles,
      Basis basis,
      WaitingPartners waiting,
      Clock clock) {
    this.partners = partners;
    this.exposures = exposures;
    this.history = history;
    this.profiles = profiles;
    this.basis = basis;
    this.waiting = waiting;
    this.clock = clock;
  }

  Uni<Void> assess(UUID partnerId) {
    return partners
        .creditOf(partnerId)
        .onItem()
        .ifNotNull()
        .transformToUni(
            credit -> profiles.toAssess(partnerId).chain(profile -> assess(profile, credit)))
        .replaceWithVoid();
  }

  private Uni<Void> assess(PartnerRiskProfile profile, PartnerCredit credit) {
    String currency = credit.limit().currency();
    return ifComplete(
        profile.id(),
        () ->
            inputs(profile.id(), credit)
                .invoke(inputs -> profile.assess(inputs, currency, clock.instant()))
                .chain(() -> profiles.save(profile))
                .chain(() -> waiting.waitsForNoRate(profile.id()))
                .onFailure(failure -> ExchangeRateNotKnownYet.in(failure).isPresent())
                .recoverWithUni(
                    failure ->
                        waiting.addFor(
                            profile.id(), ExchangeRateNotKnownYet.in(failure).orElseThrow())));
  }

  // Checked before any read: see CompleteReadModels.
  private Uni<Void> ifComplete(UUID partnerId, Supplier<Uni<Void>> conclusion) {
    return basis
        .isComplete()
        .chain(complete -> complete ? conclusion.get() : waiting.add(partnerId));
  }

  private Uni<PartnerJudgement.Inputs> inputs(UUID partnerId, PartnerCredit credit) {
    return exposures
        .of(partnerId, credit.limit().currency())
        .chain(
            exposure ->
                history
                    .recordOf(partnerId)
                    .map(
                        record ->
                            new PartnerJudgement.Inputs(
                                credit.limit().amount(),
                                exposure,
                                credit.rating(),
                                record.performance(),
                                record.trades(),
                                record.disputed(),
                                record.completed())));
  }

  /** Publishes the partners that share keys with this partner. */
  Uni<Void> findLinks(UUID partnerId) {
    return partners
        .keysOf(partnerId)
        .onItem()
        .ifNotNull()
        .transformToUni(
            keys ->
                ifComplete(
                    partnerId,
                    () ->
                        partners
                            .sharingKeysWith(keys)
                            .chain(
                                others ->
                                    others.isEmpty()
                                        ? Uni.createFrom().voidItem()
                                        : report(keys, others))))
        .replaceWithVoid();
  }

  private Uni<Void> report(PartnerKeys keys, List<PartnerKeys> others) {
    return profiles
        .toAssess(keys.partnerId())
        .invoke(
            profile ->
                others.forEach(
                    other ->
                        PartyLinks.between(keys, other)
                            .links()
                            .forEach(
                                link ->
                                    profile.linkedTo(
                                        other.partnerId(), link.kind(), link.severity()))))
        .chain(profiles::save)
        .replaceWithVoid();
  }
}
