package com.cottonerp.partners.creditlimits;

import com.cottonerp.defaults.problem.Refusal;
import java.math.BigDecimal;

/** Why a credit limit is not granted. */
sealed interface CreditLimitRefusal extends Refusal {
  record CreditLimitTooHigh(BigDecimal highest, String currency) implements CreditLimitRefusal {
    @Override
    public String detail() {
      return "Nobody grants a credit limit above %s %s"
          .formatted(highest.toPlainString(), currency);
    }
  }

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
