package com.cottonerp.tradedesk.negotiations;

import com.cottonerp.defaults.problem.Refusal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** Why a negotiation does not do what it is asked to. */
public sealed interface NegotiationRefusal extends Refusal {
  record NegotiationNotActive(UUID id, NegotiationStatus current) implements NegotiationRefusal {
    @Override
    public String detail() {
      return "Negotiation %s is %s".formatted(id, current);
    }
  }

  record NegotiationExpired(UUID id, Instant at) implements NegotiationRefusal {
    @Override
    public String detail() {
      return "The time of negotiation %s was over at %s".formatted(id, at);
    }
  }

  record NotYourTurn(int round) implements NegotiationRefusal {
    @Override
    public String detail() {
      return "Round %d is yours already; it is the other side's turn".formatted(round);
    }
  }

  record OwnOffer(int round) implements NegotiationRefusal {
    @Override
    public String detail() {
      return "The offer of round %d is your own".formatted(round);
    }
  }

  record NothingOffered(UUID id) implements NegotiationRefusal {
    @Override
    public String detail() {
      return "Nobody made an offer in negotiation %s yet".formatted(id);
    }
  }

  /** For the buyer only, whose budget it is. */
  record OverBudget(BigDecimal price, BigDecimal most) implements NegotiationRefusal {
    @Override
    public String detail() {
      return "%s is above the highest price of the requirement: %s"
          .formatted(price.toPlainString(), most.toPlainString());
    }
  }

  /** WHY without a reason: that the buyer's post allows less by now would tell the budget. */
  record OfferStandsNoMore(int round) implements NegotiationRefusal {
    @Override
    public String detail() {
      return "The offer of round %d stands no more: make one of your own".formatted(round);
    }
  }

  record UnitsChanged(UUID id) implements NegotiationRefusal {
    @Override
    public String detail() {
      return "The offer is counted or priced in other units by now than negotiation %s: leave it and begin anew"
          .formatted(id);
    }
  }
}
