package com.cottonerp.settings.commissions;

import com.cottonerp.defaults.problem.Explained;
import com.cottonerp.defaults.problem.Refusal;
import java.util.UUID;

/** Why a commission is not set or computed. */
sealed interface CommissionRefusal extends Refusal {
  @Explained(
      means = "The commission structure names a commodity or a trade type that does not exist.",
      remedy = "Check both ids.")
  record UnknownCommodityOrTradeType(UUID commodityId, UUID tradeTypeId)
      implements CommissionRefusal {
    @Override
    public String detail() {
      return "There is no such commodity %s, or no such trade type %s"
          .formatted(commodityId, tradeTypeId);
    }
  }

  @Explained(
      means = "The commission structure is not active.",
      remedy = "Choose an active structure.")
  record CommissionInactive(UUID id) implements CommissionRefusal {
    @Override
    public String detail() {
      return "The commission structure is not active";
    }
  }

  @Explained(
      means = "The amount is in another currency than the commission structure.",
      remedy = "Send the amount in the currency of the structure.")
  record OtherCurrency(String given, String expected) implements CommissionRefusal {
    @Override
    public String detail() {
      return "The structure is in %s, not in %s".formatted(expected, given);
    }
  }
}
