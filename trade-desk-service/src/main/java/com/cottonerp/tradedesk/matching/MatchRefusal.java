package com.cottonerp.tradedesk.matching;

import com.cottonerp.defaults.problem.Explained;
import com.cottonerp.defaults.problem.Refusal;
import java.util.UUID;

/** Why a pair does not do what it is asked to. */
public sealed interface MatchRefusal extends Refusal {
  @Explained(
      means = "The match was not cleared by risk, or its time is over.",
      remedy = "Read the match.")
  record MatchNotCleared(UUID id, MatchStatus current) implements MatchRefusal {
    @Override
    public String detail() {
      return "Match %s is %s".formatted(id, current);
    }
  }

  /** One type for each gate, such as over-budget. */
  record Gated(Gate gate, String detail) implements MatchRefusal {
    @Override
    public String type() {
      return gate.kebab();
    }
  }

  /** WHY without a reason: what keeps a partner from trading is nobody else's business. */
  @Explained(
      means =
          "One of the parties cannot trade with the other now. The reason is that party's own business.",
      remedy = "Choose another match.")
  record CounterpartyUnavailable(UUID matchId) implements MatchRefusal {
    @Override
    public String detail() {
      return "The parties of match %s cannot trade with each other now".formatted(matchId);
    }
  }

  /** WHY without amounts: they tell the seller what the buyer would pay. */
  @Explained(
      means = "The value is higher than the value on which risk has judged the match.",
      remedy = "Agree on a lower price or quantity.")
  record BeyondMatch(UUID matchId) implements MatchRefusal {
    @Override
    public String detail() {
      return "This is worth more than what risk judged match %s on; agree on less"
          .formatted(matchId);
    }
  }

  @Explained(
      means = "The pair was proposed as a match already.",
      remedy = "Use that match; detail names it.")
  record AlreadyProposed(UUID id, MatchStatus current) implements MatchRefusal {
    @Override
    public int status() {
      return CONFLICT;
    }

    @Override
    public String detail() {
      return "The pair is proposed already: match %s is %s".formatted(id, current);
    }
  }
}
