package com.cottonerp.tradedesk.trades;

import com.cottonerp.contracts.trade.v1.FrozenAddress;
import com.cottonerp.contracts.trade.v1.GstSplit;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The Indian tax on a trade: where it is billed to against where the goods leave from. Pure.
 * Amounts are rounded half up to two decimals, each on its own.
 */
final class GstRules {
  private static final String INDIA = "IN";
  private static final BigDecimal TWO_HUNDRED = new BigDecimal("200");
  private static final BigDecimal HUNDRED = new BigDecimal("100");
  private static final BigDecimal NONE = BigDecimal.ZERO.setScale(2);

  private GstRules() {}

  /**
   * Refuses an Indian address of which the state is not known.
   *
   * @param rate in percent
   */
  static GstSplit split(
      BigDecimal value, BigDecimal rate, FrozenAddress billTo, FrozenAddress shipFrom) {
    boolean fromIndia = INDIA.equals(shipFrom.country());
    boolean toIndia = INDIA.equals(billTo.country());
    if (fromIndia && toIndia) {
      return sameState(billTo, shipFrom)
          ? new GstSplit("INTRA_STATE", rate, half(value, rate), half(value, rate), NONE)
          : new GstSplit("INTER_STATE", rate, NONE, NONE, whole(value, rate));
    }
    if (fromIndia) {
      return new GstSplit("ZERO_RATED_EXPORT", BigDecimal.ZERO, NONE, NONE, NONE);
    }
    return toIndia
        ? new GstSplit("IMPORT", rate, NONE, NONE, whole(value, rate))
        : new GstSplit("OUT_OF_SCOPE", BigDecimal.ZERO, NONE, NONE, NONE);
  }

  private static boolean sameState(FrozenAddress one, FrozenAddress other) {
    if (one.stateCode() != null && other.stateCode() != null) {
      return isAlike(one.stateCode(), other.stateCode());
    }
    return isAlike(named(one), named(other));
  }

  private static boolean isAlike(String one, String other) {
    return one.strip().equalsIgnoreCase(other.strip());
  }

  private static String named(FrozenAddress address) {
    if (address.state() == null || address.state().isBlank()) {
      throw new TradeRefusal.StateUnknown(address.locationId(), address.name()).refused();
    }
    return address.state();
  }

  private static BigDecimal half(BigDecimal value, BigDecimal rate) {
    return value.multiply(rate).divide(TWO_HUNDRED, 2, RoundingMode.HALF_UP);
  }

  private static BigDecimal whole(BigDecimal value, BigDecimal rate) {
    return value.multiply(rate).divide(HUNDRED, 2, RoundingMode.HALF_UP);
  }
}
