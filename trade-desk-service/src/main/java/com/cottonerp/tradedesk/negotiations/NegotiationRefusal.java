package com.cottonerp.tradedesk.negotiations;

import com.cottonerp.defaults.problem.Explained;
import com.cottonerp.defaults.problem.Refusal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** Why a negotiation does not do what it is asked to. */
public sealed interface NegotiationRefusal extends Refusal {
  @Explained(
      means =
          "The seller has changed what the goods are, or what the price includes, since the last offer was made.",
      remedy = "Read the availability, and make an offer for the goods as they are now.")
  record GoodsChanged(int round) implements NegotiationRefusal {
    @Override
    public int status() {
      return CONFLICT;
    }

    @Override
    public String detail() {
      return "The goods are other than when offer %d was made: make an offer for them as they are"
          .formatted(round);
    }
  }

  @Explained(
      means = "The negotiation has ended.",
      remedy = "Read the negotiation; begin a new one from the match.")
  record NegotiationNotActive(UUID id, NegotiationStatus current) implements NegotiationRefusal {
    @Override
    public String detail() {
      return "Negotiation %s is %s".formatted(id, current);
    }
  }

  @Explained(
      means = "The time of the negotiation is over.",
      remedy = "Begin a new negotiation from the match.")
  record NegotiationExpired(UUID id, Instant at) implements NegotiationRefusal {
    @Override
    public String detail() {
      return "The time of negotiation %s was over at %s".formatted(id, at);
    }
  }

  @Explained(
      means = "The last offer is the caller's own, so it is the other side's turn.",
      remedy = "Wait for the other side.")
  record NotYourTurn(int round) implements NegotiationRefusal {
    @Override
    public String detail() {
      return "Round %d is yours already; it is the other side's turn".formatted(round);
    }
  }

  @Explained(means = "A party cannot accept its own offer.", remedy = "Wait for the other side.")
  record OwnOffer(int round) implements NegotiationRefusal {
    @Override
    public String detail() {
      return "The offer of round %d is your own".formatted(round);
    }
  }

  @Explained(means = "There is no offer to accept yet.", remedy = "Make an offer.")
  record NothingOffered(UUID id) implements NegotiationRefusal {
    @Override
    public String detail() {
      return "Nobody made an offer in negotiation %s yet".formatted(id);
    }
  }

  /** For the buyer only, whose budget it is. */
  @Explained(
      means = "The price is above the highest price of the buyer's requirement.",
      remedy = "Offer less, or change the requirement.")
  record OverBudget(BigDecimal price, BigDecimal most) implements NegotiationRefusal {
    @Override
    public String detail() {
      return "%s is above the highest price of the requirement: %s"
          .formatted(price.toPlainString(), most.toPlainString());
    }
  }

  /** WHY without a reason: that the buyer's post allows less by now would tell the budget. */
  @Explained(
      means = "A post has changed since the offer, so the offer cannot be accepted.",
      remedy = "Make an offer of your own.")
  record OfferStandsNoMore(int round) implements NegotiationRefusal {
    @Override
    public String detail() {
      return "The offer of round %d stands no more: make one of your own".formatted(round);
    }
  }

  @Explained(
      means = "The commodity is counted or priced in other units than when the negotiation began.",
      remedy = "Leave the negotiation and begin a new one.")
  record UnitsChanged(UUID id) implements NegotiationRefusal {
    @Override
    public String detail() {
      return "The offer is counted or priced in other units by now than negotiation %s: leave it and begin anew"
          .formatted(id);
    }
  }
}
