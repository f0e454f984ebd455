package com.cottonerp.partners.partner;

import com.cottonerp.partners.identity.KeyedHashes;
import com.cottonerp.partners.onboarding.Applicant;
import com.cottonerp.partners.openbusiness.OpenBusiness;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** Changes of one partner, in the caller's transaction: the aggregate decides, then it is saved. */
@ApplicationScoped
public class PartnerChanges {
  private final Partners partners;
  private final CapabilityDetections detections;
  private final Relationships relationships;
  private final OpenBusiness openBusiness;
  private final KeyedHashes hashes;
  private final Clock clock;

  PartnerChanges(
      Partners partners,
      CapabilityDetections detections,
      Relationships relationships,
      OpenBusiness openBusiness,
      KeyedHashes hashes,
      Clock clock) {
    this.partners = partners;
    this.detections = detections;
    this.relationships = relationships;
    this.openBusiness = openBusiness;
    this.hashes = hashes;
    this.clock = clock;
  }

  public Uni<BusinessPartner> make(BusinessPartner partner, Consumer<BusinessPartner> change) {
    change.accept(partner);
    return partners.save(partner);
  }

  /**
   * Takes over facts, with the keys that follow from them.
   *
   * @param what the names of the changed facts, as published
   */
  public Uni<BusinessPartner> changeFacts(
      BusinessPartner partner, Applicant changed, List<String> what) {
    return make(partner, changing -> changing.changeFacts(changed, changed.keys(hashes), what));
  }

  Uni<BusinessPartner> endOverride(BusinessPartner partner) {
    return detections.endOverride(partner);
  }

  Uni<BusinessPartner> relate(BusinessPartner partner, RelationshipsBody body) {
    return relationships.relate(partner, body);
  }

  Uni<BusinessPartner> deactivate(BusinessPartner partner, String reason) {
    return openBusiness
        .of(partner.id())
        .invoke(
            open -> {
              if (open > 0) {
                throw new PartnerRefusal.OpenBusinessLeft(partner.id(), open).refused();
              }
            })
        .chain(() -> make(partner, leaving -> leaving.deactivate(reason)));
  }

  /** Makes the new version known, which an ETag tells. */
  Uni<Void> flush() {
    return partners.flush();
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }
}
