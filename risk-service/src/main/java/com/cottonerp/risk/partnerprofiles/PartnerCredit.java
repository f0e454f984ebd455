package com.cottonerp.risk.partnerprofiles;

import com.cottonerp.contracts.Money;
import java.math.BigDecimal;

/**
 * What an assessment asks about a partner.
 *
 * @param importAllowed whether it has a licence to import, found in its verified documents
 */
public record PartnerCredit(
    Money limit, BigDecimal rating, String country, boolean importAllowed, boolean exportAllowed) {
  /** Null when the limit is in another currency. */
  public BigDecimal limitIn(String currency) {
    return limit.currency().equals(currency) ? limit.amount() : null;
  }
}
