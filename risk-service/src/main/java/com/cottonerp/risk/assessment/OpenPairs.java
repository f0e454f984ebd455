package com.cottonerp.risk.assessment;

import com.cottonerp.contracts.trade.v1.MatchProposed;
import com.cottonerp.defaults.jobs.OneByOne;
import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;

/** The pairs that may still become a trade, in the caller's transaction. */
@ApplicationScoped
public class OpenPairs implements PanacheRepositoryBase<OpenPair, UUID> {
  private final AssessPair handler;

  OpenPairs(AssessPair handler) {
    this.handler = handler;
  }

  Uni<Void> keep(MatchProposed match, ProposedPair pair) {
    return forget(match.matchId()).chain(() -> persist(OpenPair.of(match, pair))).replaceWithVoid();
  }

  Uni<Void> forget(UUID matchId) {
    return delete("matchId", matchId).replaceWithVoid();
  }

  Uni<Void> traded(UUID requirementId, UUID availabilityId) {
    return delete("requirementId = ?1 and availabilityId = ?2", requirementId, availabilityId)
        .replaceWithVoid();
  }

  /**
   * Assesses the partners' pairs again, after a change of exposure, limit or shared keys. A pair of
   * two of the partners is assessed once.
   *
   * @param eventId the event with the change
   */
  public Uni<Void> assessAgain(Collection<UUID> partnerIds, UUID eventId) {
    return list("(buyerId in ?1 or sellerId in ?1) order by matchId", partnerIds)
        .chain(
            items ->
                OneByOne.each(
                    items, open -> handler.assessAgain(open.pair, causeOf(eventId, open.matchId))));
  }

  private static UUID causeOf(UUID eventId, UUID matchId) {
    return UuidCreator.getNameBasedSha1(eventId, "pair:" + matchId);
  }
}
