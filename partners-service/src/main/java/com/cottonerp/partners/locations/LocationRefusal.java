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

  record GstinNotActive() implements LocationRefusal {
    @Override
    public String detail() {
      return "The registry says that the GSTIN is not active";
    }
  }

  record GstinOfAnotherName(String registered) implements LocationRefusal {
    @Override
    public String detail() {
      return "The registry says that the GSTIN belongs to " + registered;
    }
  }

  record BranchCodeTaken(String code) implements LocationRefusal {
    @Override
    public int status() {
      return CONFLICT;
    }

    @Override
    public String detail() {
      return "Another place of the partner has the code " + code;
    }
  }

  record HeadOfficeStays() implements LocationRefusal {
    @Override
    public String detail() {
      return "It is the head office; make another place the head office first";
    }
  }

  record StockDoesNotFit(BigDecimal stock, BigDecimal capacity) implements LocationRefusal {
    @Override
    public String detail() {
      return "A stock of %s quintals is not between 0 and the capacity of %s"
          .formatted(stock.toPlainString(), capacity == null ? "-" : capacity.toPlainString());
    }
  }
}
