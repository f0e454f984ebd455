package com.cottonerp.partners.amendments;

import com.cottonerp.defaults.problem.Explained;
import com.cottonerp.defaults.problem.Refusal;
import java.math.BigDecimal;
import java.util.UUID;

/** Why an amendment is not requested or decided. */
sealed interface AmendmentRefusal extends Refusal {
  @Explained(
      means = "The amendment was decided or withdrawn already.",
      remedy = "Read the amendment; ask for a new one if it is still needed.")
  record AmendmentDecided(UUID id, AmendmentStatus current) implements AmendmentRefusal {
    @Override
    public String detail() {
      return "Amendment %s is %s already".formatted(id, current);
    }
  }

  @Explained(
      means = "Only a director may decide on an amendment of this type.",
      remedy = "Let a director decide.")
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

  @Explained(
      means = "An amendment of the credit limit asks for more than there is.",
      remedy = "Ask for a higher limit, or lower the limit at once.")
  record NoIncrease(BigDecimal current) implements AmendmentRefusal {
    @Override
    public String detail() {
      return "The credit limit is %s already".formatted(current.toPlainString());
    }
  }

  @Explained(
      means = "Another partner is registered with this tax id.",
      remedy = "Use that partner, or correct the tax id.")
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
