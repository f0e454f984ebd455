package com.cottonerp.risk.standings;

import com.cottonerp.risk.partnerprofiles.PartnerCredit;
import com.cottonerp.risk.partnerprofiles.PartnerKeys;
import com.cottonerp.risk.partnerprofiles.PartnerProfiles;
import com.cottonerp.risk.partylinks.PartyLinks;
import com.cottonerp.risk.positions.OpenPositions;
import com.cottonerp.risk.positions.TradeHistory;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Assesses a partner anew, in the caller's transaction; nothing while it is not known. */
@ApplicationScoped
class AssessPartnerHandler {
  private final PartnerProfiles partners;
  private final OpenPositions positions;
  private final TradeHistory history;
  private final PartnerRiskProfiles profiles;
  private final Clock clock;

  AssessPartnerHandler(
      PartnerProfiles partners,
      OpenPositions positions,
      TradeHistory history,
      PartnerRiskProfiles profiles,
      Clock clock) {
    this.partners = partners;
    this.positions = positions;
    this.history = history;
    this.profiles = profiles;
    this.clock = clock;
  }

  Uni<Void> assess(UUID partnerId) {
    return partners
        .creditOf(partnerId)
        .onItem()
        .ifNotNull()
        .transformToUni(
            credit ->
                profiles
                    .toAssess(partnerId)
                    .chain(profile -> assess(profile, credit))
                    .chain(profiles::save))
        .replaceWithVoid();
  }

  private Uni<PartnerRiskProfile> assess(PartnerRiskProfile profile, PartnerCredit credit) {
    String currency = credit.limit().currency();
    return positions
        .exposureOf(profile.id(), currency)
        .chain(
            exposure ->
                history
                    .recordOf(profile.id())
                    .map(
                        record ->
                            new PartnerJudgement.Inputs(
                                credit.limit().amount(),
                                exposure,
                                credit.rating(),
                                record.performance(),
                                record.trades(),
                                record.disputed(),
                                record.completed())))
        .invoke(inputs -> profile.assess(inputs, currency, clock.instant()))
        .replaceWith(profile);
  }

  /** Tells with whom the partner shares keys. */
  Uni<Void> findLinks(UUID partnerId) {
    return partners
        .keysOf(partnerId)
        .onItem()
        .ifNotNull()
        .transformToUni(
            keys ->
                partners
                    .sharingKeysWith(keys)
                    .chain(
                        others ->
                            others.isEmpty() ? Uni.createFrom().voidItem() : tell(keys, others)))
        .replaceWithVoid();
  }

  private Uni<Void> tell(PartnerKeys keys, List<PartnerKeys> others) {
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
