package com.cottonerp.tradedesk.posting;

import com.cottonerp.tradedesk.partnerdirectory.PartnerFacts;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Who may not trade with whom, in the order of the rules. Pure. */
public final class InsiderRules {
  static final String SAME_GST = "SAME_GST";

  private InsiderRules() {}

  /**
   * The first rule that the pair breaks: SAME_ENTITY, MASTER_BRANCH, CORPORATE_GROUP or SAME_GST.
   */
  public static Optional<String> broken(PartnerFacts buyer, PartnerFacts seller) {
    if (buyer.partnerId().equals(seller.partnerId())) {
      return Optional.of("SAME_ENTITY");
    }
    if (isMaster(buyer, seller)
        || isMaster(seller, buyer)
        || shares(buyer.masterPartnerId(), seller.masterPartnerId())) {
      return Optional.of("MASTER_BRANCH");
    }
    if (shares(buyer.corporateGroupId(), seller.corporateGroupId())) {
      return Optional.of("CORPORATE_GROUP");
    }
    return shares(buyer.taxIdKey(), seller.taxIdKey()) ? Optional.of(SAME_GST) : Optional.empty();
  }

  private static boolean isMaster(PartnerFacts one, PartnerFacts other) {
    UUID master = other.masterPartnerId();
    return master != null && master.equals(one.partnerId());
  }

  private static boolean shares(Object one, Object other) {
    return one != null && Objects.equals(one, other);
  }
}
