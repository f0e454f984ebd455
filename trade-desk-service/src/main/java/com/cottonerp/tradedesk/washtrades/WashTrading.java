package com.cottonerp.tradedesk.washtrades;

import com.cottonerp.defaults.problem.Refusal;

/**
 * @param number of the trade the other way round
 */
record WashTrading(String number) implements Refusal {
  @Override
  public String detail() {
    return "The parties traded the same commodity the other way round today: " + number;
  }
}
