package com.cottonerp.risk.partnerprofiles;

import com.cottonerp.defaults.problem.Refusal;
import java.util.UUID;

/**
 * No event of the partner has come: it may be on its way, and nothing is said of who is unknown.
 */
public record PartnerNotKnownYet(UUID partnerId) implements Refusal {
  @Override
  public int status() {
    return RETRY_LATER;
  }

  @Override
  public String detail() {
    return "Partner %s is not known here yet; try again in a moment".formatted(partnerId);
  }
}
