package com.cottonerp.risk.partnerprofiles;

import com.cottonerp.defaults.problem.Explained;
import com.cottonerp.defaults.problem.Refusal;
import java.util.UUID;

/** No event of the partner has arrived yet, so risk does not assess the partner. */
@Explained(
    means = "No event of the partner has arrived at risk.",
    remedy = "Repeat the request after Retry-After, or wait with If-Applied.")
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
