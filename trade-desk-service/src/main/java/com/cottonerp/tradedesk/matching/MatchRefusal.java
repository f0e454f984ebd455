package com.cottonerp.tradedesk.matching;

import com.cottonerp.defaults.problem.Refusal;
import java.math.BigDecimal;
import java.util.UUID;

/** Why a pair does not do what it is asked to. */
public sealed interface MatchRefusal extends Refusal {
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

  record CounterpartyUnavailable(UUID matchId) implements MatchRefusal {
    @Override
    public String detail() {
      return "The other party of match %s may not trade now".formatted(matchId);
    }
  }

  record MatchRiskFailed(UUID matchId) implements MatchRefusal {
    @Override
    public String detail() {
      return "Risk does not let the pair of match %s trade any more".formatted(matchId);
    }
  }

  record BeyondMatch(BigDecimal agreed, BigDecimal highest) implements MatchRefusal {
    @Override
    public String detail() {
      return "%s is more than what risk judged the pair on: %s"
          .formatted(agreed.toPlainString(), highest.toPlainString());
    }
  }

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
