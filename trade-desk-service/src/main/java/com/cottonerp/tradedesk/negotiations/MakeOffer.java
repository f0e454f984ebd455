package com.cottonerp.tradedesk.negotiations;

import com.cottonerp.defaults.sources.IdSource;
import com.cottonerp.tradedesk.posting.Side;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** A side makes an offer, which takes the place of the one before. In the caller's transaction. */
@ApplicationScoped
class MakeOffer {
  private final PostsOfNegotiation posts;
  private final SaveNegotiation saving;
  private final IdSource ids;
  private final Clock clock;

  MakeOffer(PostsOfNegotiation posts, SaveNegotiation saving, IdSource ids, Clock clock) {
    this.posts = posts;
    this.saving = saving;
    this.ids = ids;
    this.clock = clock;
  }

  Uni<Negotiation> make(Negotiation locked, Side by, OfferTerms terms) {
    Instant now = clock.instant();
    locked.mustTakeOfferOf(by, now);
    // A seller may ask for more than the buyer wants to pay.
    Side payer = by == Side.BUY ? Side.BUY : null;
    return posts
        .forUpdate(locked)
        .invoke(both -> both.mustAllow(terms.price(), terms.quantity(), payer, locked.round(), now))
        .chain(
            () -> {
              locked.offer(by, terms, now);
              return saving.saveWith(
                  locked, NegotiationOffer.of(ids.next(), locked, by, terms, now));
            });
  }
}
