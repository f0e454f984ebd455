package com.cottonerp.partners.creditlimits;

import com.cottonerp.defaults.problem.Explained;
import com.cottonerp.defaults.problem.Refusal;
import java.math.BigDecimal;

/** Why a credit limit is not granted. */
sealed interface CreditLimitRefusal extends Refusal {
  @Explained(
      means = "The credit limit is above the highest that a director may grant.",
      remedy = "Ask for less.")
  record CreditLimitTooHigh(BigDecimal highest, String currency) implements CreditLimitRefusal {
    @Override
    public String detail() {
      return "Nobody grants a credit limit above %s %s"
          .formatted(highest.toPlainString(), currency);
    }
  }

  @Explained(
      means = "A credit limit above that of managers is granted by a director.",
      remedy = "Let a director grant the limit.")
  record CreditLimitIsDirectors(BigDecimal managers, String currency)
      implements CreditLimitRefusal {
    @Override
    public int status() {
      return FORBIDDEN;
    }

    @Override
    public String detail() {
      return "A director grants credit limits above %s %s"
          .formatted(managers.toPlainString(), currency);
    }
  }
}
