package com.cottonerp.tradedesk.trades;

import com.cottonerp.contracts.trade.v1.FrozenAddress;
import com.cottonerp.contracts.trade.v1.GstSplit;
import com.cottonerp.defaults.india.IndianState;
import com.cottonerp.defaults.india.IndianStates;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The Indian tax on a trade: where the supply is against where the goods leave from. Pure. Amounts
 * are rounded half up to two decimals, each on its own.
 *
 * <p>Sources: sections 7 and 8 of the IGST Act (between states, within a state; to a zone always
 * between states), 16 (zero-rated); section 2(114) of the CGST Act with the UTGST Act (union
 * territories); Notification 43/2017-Central Tax (Rate): raw cotton from an agriculturist under
 * reverse charge.
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
  static GstSplit split(BigDecimal value, BigDecimal rate, Supply supply) {
    FrozenAddress shipFrom = supply.addresses().shipFrom();
    FrozenAddress destination = supply.placeOfSupply();
    boolean fromIndia = INDIA.equals(shipFrom.country());
    boolean toIndia = INDIA.equals(destination.country());
    if (fromIndia && toIndia) {
      return supply.sez()
          ? zeroRated("SEZ", value, rate, supply, state(destination).gstCode())
          : within(value, rate, state(shipFrom), state(destination), supply.fromAgriculturist());
    }
    if (fromIndia) {
      return zeroRated("EXPORT", value, rate, supply, null);
    }
    return toIndia
        ? new GstSplit(
            "IMPORT", rate, NONE, NONE, whole(value, rate), null, code(destination), false)
        : new GstSplit("OUT_OF_SCOPE", BigDecimal.ZERO, NONE, NONE, NONE, null, null, false);
  }

  private static GstSplit within(
      BigDecimal value, BigDecimal rate, IndianState from, IndianState to, boolean reverseCharge) {
    if (!from.isSameTerritoryAs(to)) {
      return new GstSplit(
          "INTER_STATE", rate, NONE, NONE, whole(value, rate), null, to.gstCode(), reverseCharge);
    }
    return new GstSplit(
        "INTRA_STATE",
        rate,
        half(value, rate),
        half(value, rate),
        NONE,
        to.isUnionTerritoryWithoutLegislature() ? "UTGST" : "SGST",
        to.gstCode(),
        reverseCharge);
  }

  private static GstSplit zeroRated(
      String kind, BigDecimal value, BigDecimal rate, Supply supply, String placeOfSupply) {
    return supply.withIgst()
        ? new GstSplit(
            kind + "_WITH_IGST", rate, NONE, NONE, whole(value, rate), null, placeOfSupply, false)
        : new GstSplit(
            "ZERO_RATED_" + kind, BigDecimal.ZERO, NONE, NONE, NONE, null, placeOfSupply, false);
  }

  /** A code of before a merger counts as today's. */
  private static IndianState state(FrozenAddress address) {
    return named(address)
        .map(IndianStates::today)
        .orElseThrow(
            () -> new TradeRefusal.StateUnknown(address.locationId(), address.name()).refused());
  }

  private static String code(FrozenAddress address) {
    return named(address).map(IndianState::gstCode).orElse(null);
  }

  /** By its code, or else by its name in any spelling. */
  private static Optional<IndianState> named(FrozenAddress address) {
    return IndianStates.ofGstCode(address.stateCode()).or(() -> IndianStates.find(address.state()));
  }

  private static BigDecimal half(BigDecimal value, BigDecimal rate) {
    return value.multiply(rate).divide(TWO_HUNDRED, 2, RoundingMode.HALF_UP);
  }

  private static BigDecimal whole(BigDecimal value, BigDecimal rate) {
    return value.multiply(rate).divide(HUNDRED, 2, RoundingMode.HALF_UP);
  }
}
