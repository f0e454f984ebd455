package com.cottonerp.tradedesk.matching;

import com.cottonerp.tradedesk.matchrequests.MatchRequests;
import com.cottonerp.tradedesk.posting.Side;
import com.cottonerp.tradedesk.verdicts.Verdict;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Risk judged a match: it is cleared, or rejected and the next best pair has its turn. */
@ApplicationScoped
public class TakeVerdictOnMatch {
  private final Matches matches;
  private final MatchRequests requests;

  TakeVerdictOnMatch(Matches matches, MatchRequests requests) {
    this.matches = matches;
    this.requests = requests;
  }

  /** In the caller's transaction; nothing when there is no such match. */
  public Uni<Void> take(UUID id, Verdict verdict) {
    return matches
        .findForUpdate(id)
        .onItem()
        .ifNotNull()
        .transformToUni(match -> take(match, verdict))
        .replaceWithVoid();
  }

  private Uni<Match> take(Match match, Verdict verdict) {
    boolean wasOpen = match.isOpen();
    match.take(verdict);
    Uni<Match> saved = matches.save(match);
    return wasOpen && !match.isOpen()
        ? saved.call(() -> requests.request(Side.BUY, match.counterparts().requirementId()))
        : saved;
  }
}
