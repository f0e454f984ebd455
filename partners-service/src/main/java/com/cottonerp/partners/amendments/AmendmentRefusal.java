package com.cottonerp.partners.amendments;

import com.cottonerp.defaults.problem.Refusal;
import java.math.BigDecimal;
import java.util.UUID;

/** Why an amendment is not requested or decided. */
sealed interface AmendmentRefusal extends Refusal {
  record AmendmentDecided(UUID id, AmendmentStatus current) implements AmendmentRefusal {
    @Override
    public String detail() {
      return "Amendment %s is %s already".formatted(id, current);
    }
  }

  record DirectorDecides(UUID id, AmendmentType amendment) implements AmendmentRefusal {
    @Override
    public int status() {
      return FORBIDDEN;
    }

    @Override
    public String detail() {
      return "A director decides on a " + amendment;
    }
  }

  record NoIncrease(BigDecimal current) implements AmendmentRefusal {
    @Override
    public String detail() {
      return "The credit limit is %s already".formatted(current.toPlainString());
    }
  }

  record TaxIdRegistered() implements AmendmentRefusal {
    @Override
    public int status() {
      return CONFLICT;
    }

    @Override
    public String detail() {
      return "A partner with this tax id is registered already";
    }
  }
}
