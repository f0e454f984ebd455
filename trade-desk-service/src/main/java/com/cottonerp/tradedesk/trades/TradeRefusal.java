package com.cottonerp.tradedesk.trades;

import com.cottonerp.defaults.problem.Refusal;
import java.util.UUID;

/** Why a trade is not made, or not moved on. */
public sealed interface TradeRefusal extends Refusal {
  record BranchMissing(String purpose) implements TradeRefusal {
    @Override
    public String detail() {
      return "No branch will do for %s; add one or name one".formatted(purpose);
    }
  }

  record BranchUnsuitable(UUID branchId, String field) implements TradeRefusal {
    @Override
    public String detail() {
      return "Branch %s will not do for %s: it ships or receives nothing, does not take the commodity, or has no room"
          .formatted(branchId, field);
    }
  }

  record SomebodyElsesBranch(UUID branchId, String field) implements TradeRefusal {
    @Override
    public String detail() {
      return "Branch %s (%s) is not a branch of that party, or not known yet"
          .formatted(branchId, field);
    }
  }

  /** A buyer with a registration is billed at one. */
  record BranchNotRegistered(UUID branchId) implements TradeRefusal {
    @Override
    public String detail() {
      return "Branch %s has no GSTIN, and the buyer is registered: it is billed at a registration"
          .formatted(branchId);
    }
  }

  record StateUnknown(UUID branchId, String name) implements TradeRefusal {
    @Override
    public String detail() {
      return "The state of branch %s (%s) is not known, which decides the tax: add it, or pick another"
          .formatted(branchId, name);
    }
  }

  /** Who grows it sells raw cotton without a registration, and nothing else. */
  record RawCottonOnly() implements TradeRefusal {
    @Override
    public String detail() {
      return "An agriculturist without a GSTIN sells raw cotton (HSN 5201) only";
    }
  }

  record GstRateMissing(UUID commodityId) implements TradeRefusal {
    @Override
    public String detail() {
      return "Commodity %s has no GST rate".formatted(commodityId);
    }
  }

  record AlreadyTraded(UUID negotiationId, String number) implements TradeRefusal {
    @Override
    public int status() {
      return CONFLICT;
    }

    @Override
    public String detail() {
      return "Negotiation %s became trade %s already".formatted(negotiationId, number);
    }
  }

  record TradeNotMovable(UUID id, TradeStatus current, TradeStatus asked) implements TradeRefusal {
    @Override
    public String detail() {
      return "Trade %s is %s and cannot become %s".formatted(id, current, asked);
    }
  }

  record NotYourMove(TradeStatus asked) implements TradeRefusal {
    @Override
    public int status() {
      return FORBIDDEN;
    }

    @Override
    public String detail() {
      return "Your side of the trade does not say when it is " + asked;
    }
  }
}
