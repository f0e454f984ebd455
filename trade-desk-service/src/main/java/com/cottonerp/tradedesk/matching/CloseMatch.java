package com.cottonerp.tradedesk.matching;

import com.cottonerp.tradedesk.matchrequests.MatchRequests;
import com.cottonerp.tradedesk.posting.Side;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The parties of a match are done with each other. In the caller's transaction. */
@ApplicationScoped
public class CloseMatch {
  private final Matches matches;
  private final MatchRequests requests;

  CloseMatch(Matches matches, MatchRequests requests) {
    this.matches = matches;
    this.requests = requests;
  }

  /** They made no trade: whom the match kept out has its turn. */
  public Uni<Void> withoutTrade(UUID matchId) {
    return matches
        .getForUpdate(matchId)
        .invoke(Match::close)
        .chain(matches::save)
        .chain(match -> requests.request(Side.BUY, match.counterparts().requirementId()));
  }

  /** They make a trade, unless risk forbids it by now. */
  public Uni<Void> forTrade(UUID matchId) {
    return matches
        .getForUpdate(matchId)
        .invoke(Match::mustNotBeForbidden)
        .invoke(Match::close)
        .chain(matches::save)
        .replaceWithVoid();
  }
}
