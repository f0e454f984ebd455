package com.cottonerp.partners.locations;

import com.cottonerp.defaults.problem.Refusal;
import java.math.BigDecimal;

/** Why a place is not taken. */
sealed interface LocationRefusal extends Refusal {
  record AddressNotFound(BigDecimal confidence) implements LocationRefusal {
    @Override
    public String detail() {
      return "The address was found with a confidence of %s only; give coordinates"
          .formatted(confidence);
    }
  }

  record ShipToNeedsBuyer() implements LocationRefusal {
    @Override
    public String detail() {
      return "Only a partner who may buy has a ship-to place";
    }
  }

  record BranchNeedsGstin() implements LocationRefusal {
    @Override
    public String detail() {
      return "A branch in a different state needs the GSTIN of its registration there";
    }
  }

  record GstinOfAnotherPartner() implements LocationRefusal {
    @Override
    public String detail() {
      return "The GSTIN carries another PAN than the partner's";
    }
  }
}
