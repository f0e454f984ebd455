package com.cottonerp.tradedesk.tradeterms;

import com.cottonerp.defaults.problem.Explained;
import com.cottonerp.defaults.problem.Refusal;
import java.util.UUID;

/** Why a term is not named. */
sealed interface TermRefusal extends Refusal {
  @Explained(
      means = "The trade desk has not heard of the term of trade, or it does not exist.",
      remedy = "Check the id; repeat with If-Applied if the term was created a moment ago.")
  record TermNotKnownYet(UUID termId) implements TermRefusal {
    @Override
    public int status() {
      return RETRY_LATER;
    }

    @Override
    public String detail() {
      return "Term %s is not known here yet; try again".formatted(termId);
    }
  }

  @Explained(
      means = "The term of trade was taken out of use.",
      remedy = "Name another term of its kind.")
  record TermNotActive(UUID termId, String name) implements TermRefusal {
    @Override
    public String detail() {
      return "Term %s (%s) is out of use: name another one".formatted(termId, name);
    }
  }
}
