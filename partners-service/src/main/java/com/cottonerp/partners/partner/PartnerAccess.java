package com.cottonerp.partners.partner;

import com.cottonerp.defaults.http.EntityTags;
import com.cottonerp.defaults.security.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Loads partners for a caller: an external user sees their own, nobody else's. */
@ApplicationScoped
public class PartnerAccess {
  private final Partners partners;
  private final Caller caller;

  PartnerAccess(Partners partners, Caller caller) {
    this.partners = partners;
    this.caller = caller;
  }

  public Uni<BusinessPartner> load(UUID id) {
    return Uni.createFrom()
        .deferred(
            () -> {
              caller.mustActFor(id);
              return partners.get(id);
            });
  }

  /** As {@link #load}, for a change that may name the version it changes. */
  public Uni<BusinessPartner> load(UUID id, String ifMatch) {
    return load(id).invoke(partner -> EntityTags.check(ifMatch, partner.version()));
  }

  /** As {@link #load}, for a change that must name the version it changes. */
  public Uni<BusinessPartner> loadMatching(UUID id, String ifMatch) {
    return load(id).invoke(partner -> EntityTags.require(ifMatch, partner.version()));
  }
}
