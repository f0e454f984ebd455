package com.cottonerp.tradedesk.partnerdirectory;

import com.cottonerp.defaults.problem.Explained;
import com.cottonerp.defaults.problem.Refusal;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The partners that the trade desk knows. */
@ApplicationScoped
public class PartnerDirectory implements PanacheRepositoryBase<DirectoryEntry, UUID> {
  /**
   * The facts of a partner. Refuses with 503 a partner that is not known (yet): its events may be
   * on their way, and an unknown partner may not trade.
   */
  public Uni<PartnerFacts> facts(UUID partnerId) {
    return known(partnerId).map(DirectoryEntry::facts);
  }

  /** As {@link #facts}, all that is known. */
  public Uni<DirectoryEntry> known(UUID partnerId) {
    return findById(partnerId)
        .onItem()
        .ifNull()
        .failWith(() -> new PartnerNotKnownYet(partnerId).refused());
  }

  /** What is known of several partners, by id; who is unknown is missing. */
  public Uni<Map<UUID, PartnerFacts>> factsOf(Set<UUID> partnerIds) {
    return list("partnerId in ?1", partnerIds)
        .map(
            found ->
                found.stream()
                    .map(DirectoryEntry::facts)
                    .collect(Collectors.toMap(PartnerFacts::partnerId, Function.identity())));
  }

  @Explained(
      means = "No event of the partner has arrived at the trade desk.",
      remedy = "Repeat the request after Retry-After, or wait with If-Applied.")
  record PartnerNotKnownYet(UUID partnerId) implements Refusal {
    @Override
    public int status() {
      return RETRY_LATER;
    }

    @Override
    public String detail() {
      return "Partner %s is not known here yet; try again in a moment".formatted(partnerId);
    }
  }
}
