package com.cottonerp.tradedesk.negotiations;

import com.cottonerp.tradedesk.availabilities.ReleaseStock;
import com.cottonerp.tradedesk.availabilities.Reservations;
import com.cottonerp.tradedesk.matching.CloseMatch;
import com.cottonerp.tradedesk.requirements.UncommitRequirement;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** No trade was made of an agreement in time: stock and requirement are free again. */
@ApplicationScoped
class LapseAgreement {
  private final Negotiations negotiations;
  private final Reservations reservations;
  private final ReleaseStock releasing;
  private final UncommitRequirement uncommitting;
  private final CloseMatch closing;

  LapseAgreement(
      Negotiations negotiations,
      Reservations reservations,
      ReleaseStock releasing,
      UncommitRequirement uncommitting,
      CloseMatch closing) {
    this.negotiations = negotiations;
    this.reservations = reservations;
    this.releasing = releasing;
    this.uncommitting = uncommitting;
    this.closing = closing;
  }

  /** In the caller's transaction; nothing when a trade was made a moment ago. */
  Uni<Void> lapse(UUID id) {
    return negotiations
        .getForUpdate(id)
        .chain(
            agreement ->
                isHeld(agreement)
                    .chain(held -> held ? lapse(agreement) : Uni.createFrom().<Void>voidItem()));
  }

  private Uni<Boolean> isHeld(Negotiation agreement) {
    return agreement.isAgreed()
        ? reservations.isHeld(agreement.counterparts().availabilityId(), agreement.reservationId())
        : Uni.createFrom().item(false);
  }

  private Uni<Void> lapse(Negotiation agreement) {
    agreement.expire();
    return closing
        .withoutTrade(agreement.matchId())
        .chain(
            () ->
                releasing.expire(
                    agreement.counterparts().availabilityId(), agreement.reservationId()))
        .chain(
            () ->
                uncommitting.uncommit(
                    agreement.counterparts().requirementId(), agreement.requirementQuantity()))
        .chain(() -> negotiations.save(agreement))
        .replaceWithVoid();
  }
}
