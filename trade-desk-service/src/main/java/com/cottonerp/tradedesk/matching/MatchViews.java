package com.cottonerp.tradedesk.matching;

import com.cottonerp.defaults.problem.NotFound;
import com.cottonerp.defaults.security.Caller;
import com.cottonerp.tradedesk.partnerdirectory.PartnerDirectory;
import com.cottonerp.tradedesk.posting.ActingPartner;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** What of a match the caller may see: its own side, all of it for internal users. */
@ApplicationScoped
class MatchViews {
  private final Caller caller;
  private final ActingPartner acting;
  private final PartnerDirectory directory;

  MatchViews(Caller caller, ActingPartner acting, PartnerDirectory directory) {
    this.caller = caller;
    this.acting = acting;
    this.directory = directory;
  }

  Uni<List<MatchView>> of(List<Match> found) {
    return Multi.createFrom()
        .iterable(found)
        .onItem()
        .transformToUniAndConcatenate(this::of)
        .collect()
        .asList();
  }

  /** Refuses with 404 who is no party of it. */
  Uni<MatchView> of(Match match) {
    if (caller.seesEverybody()) {
      return Uni.createFrom().item(MatchView.all(match));
    }
    UUID me = acting.id();
    if (!match.isParty(me)) {
      throw new NotFound("match", match.id()).refused();
    }
    return directory
        .facts(match.buyerId().equals(me) ? match.sellerId() : match.buyerId())
        .map(other -> MatchView.forParty(match, me, other));
  }
}
