package com.cottonerp.partners.partner;

import com.cottonerp.partners.applicant.Applicant;
import com.cottonerp.partners.identity.KeyedHashes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Consumer;

/** Changes one partner and saves it, in the caller's transaction: the aggregate decides. */
@ApplicationScoped
public class SavePartner {
  private final Partners partners;
  private final KeyedHashes hashes;

  SavePartner(Partners partners, KeyedHashes hashes) {
    this.partners = partners;
    this.hashes = hashes;
  }

  public Uni<BusinessPartner> change(BusinessPartner partner, Consumer<BusinessPartner> change) {
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
    return change(partner, changing -> changing.changeFacts(changed, changed.keys(hashes), what));
  }
}
