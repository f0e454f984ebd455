package com.cottonerp.partners.locations;

import com.cottonerp.defaults.problem.Explained;
import com.cottonerp.defaults.problem.Refusal;
import java.math.BigDecimal;

/** Why a place is not taken. */
sealed interface LocationRefusal extends Refusal {
  @Explained(
      means = "The geocoder did not find the address with enough confidence.",
      remedy = "Correct the address, or send latitude and longitude.")
  record AddressNotFound(BigDecimal confidence) implements LocationRefusal {
    @Override
    public String detail() {
      return "The address was found with a confidence of %s only; give coordinates"
          .formatted(confidence);
    }
  }

  @Explained(
      means = "Only a partner who may buy has a place to ship to.",
      remedy = "Give the partner the capability to buy first, or add the place without ship-to.")
  record ShipToNeedsBuyer() implements LocationRefusal {
    @Override
    public String detail() {
      return "Only a partner who may buy has a ship-to place";
    }
  }

  @Explained(
      means = "A branch in another state of India needs the GSTIN of its registration there.",
      remedy = "Send the GSTIN of that state.")
  record BranchNeedsGstin() implements LocationRefusal {
    @Override
    public String detail() {
      return "A branch in a different state needs the GSTIN of its registration there";
    }
  }

  @Explained(
      means = "The GSTIN carries another PAN than the partner has.",
      remedy = "Check the GSTIN; it is one of another company.")
  record GstinOfAnotherPartner() implements LocationRefusal {
    @Override
    public String detail() {
      return "The GSTIN carries another PAN than the partner's";
    }
  }

  @Explained(
      means = "The registry says that the GSTIN is not active.",
      remedy = "Send a GSTIN that is active.")
  record GstinNotActive() implements LocationRefusal {
    @Override
    public String detail() {
      return "The registry says that the GSTIN is not active";
    }
  }

  @Explained(
      means = "The registry knows the GSTIN under another name.",
      remedy = "Check the GSTIN and the legal name.")
  record GstinOfAnotherName(String registered) implements LocationRefusal {
    @Override
    public String detail() {
      return "The registry says that the GSTIN belongs to " + registered;
    }
  }

  @Explained(
      means = "Another place of the partner has the same code.",
      remedy = "Choose another code.")
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

  @Explained(
      means = "The place is the head office of the partner and cannot be removed.",
      remedy = "Make another place the head office first.")
  record HeadOfficeStays() implements LocationRefusal {
    @Override
    public String detail() {
      return "It is the head office; make another place the head office first";
    }
  }

  @Explained(
      means = "The stock of a warehouse lies between 0 and its capacity.",
      remedy = "Correct the stock or the capacity.")
  record StockDoesNotFit(BigDecimal stock, BigDecimal capacity) implements LocationRefusal {
    @Override
    public String detail() {
      return "A stock of %s quintals is not between 0 and the capacity of %s"
          .formatted(stock.toPlainString(), capacity == null ? "-" : capacity.toPlainString());
    }
  }
}
