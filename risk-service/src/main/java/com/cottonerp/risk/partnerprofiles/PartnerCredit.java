package com.cottonerp.risk.partnerprofiles;

import com.cottonerp.contracts.Money;
import java.math.BigDecimal;

/** What an assessment asks about a partner. */
public record PartnerCredit(Money limit, BigDecimal rating) {
  /** Null when the limit is in another currency. */
  public BigDecimal limitIn(String currency) {
    return limit.currency().equals(currency) ? limit.amount() : null;
  }
}
