package com.cottonerp.tradedesk.negotiations;

import com.cottonerp.tradedesk.matching.CloseMatch;
import com.cottonerp.tradedesk.posting.ActingSide;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/**
 * A negotiation ends without an agreement: a party leaves, or its time is over. Its match ends with
 * it. In the caller's transaction.
 */
@ApplicationScoped
class EndNegotiation {
  private final Negotiations negotiations;
  private final CloseMatch closing;
  private final SaveNegotiation saving;
  private final Clock clock;

  EndNegotiation(
      Negotiations negotiations, CloseMatch closing, SaveNegotiation saving, Clock clock) {
    this.negotiations = negotiations;
    this.closing = closing;
    this.saving = saving;
    this.clock = clock;
  }

  Uni<Negotiation> reject(Negotiation locked, ActingSide by, String reason) {
    locked.reject(by, reason, clock.instant());
    return closing
        .withoutTrade(locked.matchId())
        .chain(() -> saving.save(locked, NegotiationOffer.Status.REJECTED));
  }

  /** Nothing when its time is not over any more. */
  Uni<Void> expire(UUID id) {
    return negotiations
        .getForUpdate(id)
        .chain(
            negotiation -> {
              if (!negotiation.isOverdue(clock.instant())) {
                return Uni.createFrom().voidItem();
              }
              negotiation.expire();
              return closing
                  .withoutTrade(negotiation.matchId())
                  .chain(() -> saving.save(negotiation, NegotiationOffer.Status.EXPIRED))
                  .replaceWithVoid();
            });
  }
}
