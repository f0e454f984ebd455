package com.cottonerp.tradedesk.washtrades;

import com.cottonerp.defaults.problem.Explained;
import com.cottonerp.defaults.problem.Refusal;

/**
 * @param number of the trade the other way round
 */
@Explained(
    means = "The parties traded the same commodity the other way round on the same day.",
    remedy = "Trade on another day, or with another party.")
record WashTrading(String number) implements Refusal {
  @Override
  public String detail() {
    return "The parties traded the same commodity the other way round today: " + number;
  }
}
