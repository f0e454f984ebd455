package com.cottonerp.tradedesk.matching;

import com.cottonerp.defaults.problem.NotFound;
import com.cottonerp.defaults.problem.RefusedException;
import com.cottonerp.eventing.outbox.AggregateRepository;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** All pairs that were ever proposed. */
@ApplicationScoped
public class Matches extends AggregateRepository<Match> {
  static final int MOST_OF_A_POST = 500;

  private static final Set<MatchStatus> OPEN =
      EnumSet.of(MatchStatus.PROPOSED, MatchStatus.CLEARED);

  @Override
  protected RefusedException missing(UUID id) {
    return new NotFound("match", id).refused();
  }

  /** The latest first, at most {@value #MOST_OF_A_POST}; without those whose time is over. */
  Uni<List<Match>> ofRequirement(UUID requirementId) {
    return latest("counterparts.requirementId", requirementId);
  }

  /** The latest first, at most {@value #MOST_OF_A_POST}; without those whose time is over. */
  Uni<List<Match>> ofAvailability(UUID availabilityId) {
    return latest("counterparts.availabilityId", availabilityId);
  }

  private Uni<List<Match>> latest(String post, UUID postId) {
    return find(
            post + " = ?1 and status <> ?2 order by proposedAt desc, id",
            postId,
            MatchStatus.EXPIRED)
        .range(0, MOST_OF_A_POST - 1)
        .list();
  }

  /** Those of these that were ever proposed. */
  Uni<List<Match>> of(Collection<UUID> ids) {
    return ids.isEmpty() ? Uni.createFrom().item(List.of()) : list("id in ?1", ids);
  }

  /** The open pairs of a post. */
  Uni<List<Match>> openOf(UUID postId) {
    return list(
        "(counterparts.requirementId = ?1 or counterparts.availabilityId = ?1) and status in ?2",
        postId,
        OPEN);
  }

  /** The open pairs of a requirement with availabilities of one seller. */
  Uni<List<Match>> openBetween(UUID requirementId, UUID sellerId) {
    return list(
        "counterparts.requirementId = ?1 and counterparts.sellerId = ?2 and status in ?3",
        requirementId,
        sellerId,
        OPEN);
  }

  /** Open ones whose time is over, or one of whose posts has ended. */
  Uni<List<UUID>> overdue(Instant now, int limit) {
    return find(
            """
            select m.id from Match m
            where m.status in ?1
              and (m.expiresAt <= ?2
                   or exists (select 1 from Availability a
                              where a.id = m.counterparts.availabilityId
                                and a.status in (SOLD, EXPIRED, CANCELLED, BLOCKED))
                   or exists (select 1 from Requirement r
                              where r.id = m.counterparts.requirementId
                                and r.status in (FULFILLED, EXPIRED, CANCELLED, BLOCKED)))
            order by m.expiresAt\
            """,
            OPEN,
            now)
        .project(UUID.class)
        .range(0, limit - 1)
        .list();
  }
}
