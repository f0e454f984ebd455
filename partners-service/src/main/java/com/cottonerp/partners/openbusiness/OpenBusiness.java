package com.cottonerp.partners.openbusiness;

import com.cottonerp.eventing.readmodels.CompleteReadModels;
import com.cottonerp.partners.openbusiness.OpenSubject.Key;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What is open. A read model: what is on its way is not seen yet. */
@ApplicationScoped
public class OpenBusiness implements PanacheRepositoryBase<OpenSubject, Key> {
  private final CompleteReadModels complete;

  OpenBusiness(CompleteReadModels complete) {
    this.complete = complete;
  }

  /** How many positions and trades of a partner are open. */
  public Uni<Long> of(UUID partnerId) {
    return complete.require(OpenBusinessProjection.NAME).chain(() -> count("partnerId", partnerId));
  }

  /** See {@link CompleteReadModels#verifiedAt}. */
  public Uni<Instant> verifiedAt() {
    return complete.verifiedAt(OpenBusinessProjection.NAME);
  }

  public Uni<List<OpenSubject>> list(UUID partnerId, int limit) {
    return find("partnerId = ?1 order by since, subjectId", partnerId).range(0, limit - 1).list();
  }
}
