package com.cottonerp.tradedesk.trades;

import com.cottonerp.defaults.problem.Explained;
import com.cottonerp.defaults.problem.Refusal;
import java.util.UUID;

/** Why a trade is not made, or not moved on. */
public sealed interface TradeRefusal extends Refusal {
  @Explained(
      means = "The party has no branch that ships, or none that receives, what is traded.",
      remedy = "Add a branch at partners, or name one.")
  record BranchMissing(String purpose) implements TradeRefusal {
    @Override
    public String detail() {
      return "No branch will do for %s; add one or name one".formatted(purpose);
    }
  }

  @Explained(
      means =
          "The named branch ships or receives nothing, does not take the commodity, or has no room.",
      remedy = "Name another branch.")
  record BranchUnsuitable(UUID branchId, String field) implements TradeRefusal {
    @Override
    public String detail() {
      return "Branch %s will not do for %s: it ships or receives nothing, does not take the commodity, or has no room"
          .formatted(branchId, field);
    }
  }

  @Explained(
      means = "The named branch is not one of that party, or is not known here yet.",
      remedy = "Check the id; repeat with If-Applied if the branch was added a moment ago.")
  record SomebodyElsesBranch(UUID branchId, String field) implements TradeRefusal {
    @Override
    public String detail() {
      return "Branch %s (%s) is not a branch of that party, or not known yet"
          .formatted(branchId, field);
    }
  }

  @Explained(
      means = "The buyer is registered for GST, and the named branch has no GSTIN.",
      remedy = "Bill a branch with a GSTIN, or name none.")
  record BranchNotRegistered(UUID branchId) implements TradeRefusal {
    @Override
    public String detail() {
      return "Branch %s has no GSTIN, and the buyer is registered: it is billed at a registration"
          .formatted(branchId);
    }
  }

  @Explained(
      means = "The state of the branch decides the tax, and is not known.",
      remedy = "Add the state to the branch, or name another branch.")
  record StateUnknown(UUID branchId, String name) implements TradeRefusal {
    @Override
    public String detail() {
      return "The state of branch %s (%s) is not known, which decides the tax: add it, or pick another"
          .formatted(branchId, name);
    }
  }

  @Explained(
      means = "An agriculturist without a GSTIN sells raw cotton (HSN 5201) and nothing else.",
      remedy = "Trade raw cotton, or let the seller register for GST.")
  record RawCottonOnly() implements TradeRefusal {
    @Override
    public String detail() {
      return "An agriculturist without a GSTIN sells raw cotton (HSN 5201) only";
    }
  }

  @Explained(
      means = "The commodity has no GST rate.",
      remedy = "Set the rate of the commodity at settings.")
  record GstRateMissing(UUID commodityId) implements TradeRefusal {
    @Override
    public String detail() {
      return "Commodity %s has no GST rate".formatted(commodityId);
    }
  }

  @Explained(
      means = "The negotiation became a trade already.",
      remedy = "Use that trade; detail names it.")
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

  @Explained(
      means = "A trade of this status cannot move to the requested status.",
      remedy = "Read the trade and choose a status that follows.")
  record TradeNotMovable(UUID id, TradeStatus current, TradeStatus asked) implements TradeRefusal {
    @Override
    public String detail() {
      return "Trade %s is %s and cannot become %s".formatted(id, current, asked);
    }
  }

  @Explained(
      means = "The trade was said to be complete more than 15 days ago.",
      remedy = "Settle it with the other party, or at court.")
  record DisputeTooLate(UUID id) implements TradeRefusal {
    @Override
    public String detail() {
      return "Trade %s was completed more than 15 days ago: it is disputed no more".formatted(id);
    }
  }

  @Explained(
      means = "Each step of a trade is said by one side, and this step is the other side's.",
      remedy = "Let the other side say it.")
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
