package com.cottonerp.settings.commissions;

import com.cottonerp.defaults.problem.Refusal;
import java.util.UUID;

/** Why a commission is not set or computed. */
sealed interface CommissionRefusal extends Refusal {
  record UnknownCommodityOrTradeType(UUID commodityId, UUID tradeTypeId)
      implements CommissionRefusal {
    @Override
    public String detail() {
      return "There is no such commodity %s, or no such trade type %s"
          .formatted(commodityId, tradeTypeId);
    }
  }

  record CommissionInactive(UUID id) implements CommissionRefusal {
    @Override
    public String detail() {
      return "The commission structure is not active";
    }
  }

  record OtherCurrency(String given, String expected) implements CommissionRefusal {
    @Override
    public String detail() {
      return "The structure is in %s, not in %s".formatted(expected, given);
    }
  }
}
