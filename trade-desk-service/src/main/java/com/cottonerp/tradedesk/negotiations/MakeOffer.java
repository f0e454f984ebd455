package com.cottonerp.tradedesk.negotiations;

import com.cottonerp.defaults.sources.IdSource;
import com.cottonerp.tradedesk.posting.ActingSide;
import com.cottonerp.tradedesk.posting.Side;
import com.cottonerp.tradedesk.tradeterms.NameTerms;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** A side makes an offer, which takes the place of the one before. In the caller's transaction. */
@ApplicationScoped
class MakeOffer {
  private final PostsOfNegotiation posts;
  private final NameTerms naming;
  private final SaveNegotiation saving;
  private final IdSource ids;
  private final Clock clock;

  MakeOffer(
      PostsOfNegotiation posts,
      NameTerms naming,
      SaveNegotiation saving,
      IdSource ids,
      Clock clock) {
    this.posts = posts;
    this.naming = naming;
    this.saving = saving;
    this.ids = ids;
    this.clock = clock;
  }

  Uni<Negotiation> make(Negotiation locked, ActingSide acting, OfferBody body) {
    return naming
        .named(body.tradeTerms())
        .chain(named -> make(locked, acting, body.toTerms(named)));
  }

  private Uni<Negotiation> make(Negotiation locked, ActingSide acting, OfferTerms terms) {
    Side by = acting.side();
    Instant now = clock.instant();
    locked.mustTakeOfferOf(by, now);
    // A seller may ask for more than the buyer wants to pay.
    Side payer = by == Side.BUY ? Side.BUY : null;
    return posts
        .forUpdate(locked)
        .invoke(both -> both.mustAllow(terms.price(), terms.quantity(), payer, locked.round(), now))
        .chain(
            both -> {
              locked.offer(acting, terms, both.goods(), now);
              return saving.saveWith(
                  locked, NegotiationOffer.of(ids.next(), locked, acting, terms, now));
            });
  }
}
