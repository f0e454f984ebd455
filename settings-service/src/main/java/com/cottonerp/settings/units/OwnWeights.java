package com.cottonerp.settings.units;

import java.math.BigDecimal;

/**
 * What units weigh for one commodity, in its base unit, where that is not what they usually weigh.
 *
 * @param baleOrBag null: the usual weight, like candy
 * @param candy by the contract of an exchange a candy may have 355.56 kg
 */
public record OwnWeights(BigDecimal baleOrBag, BigDecimal candy) {
  public static final OwnWeights NONE = new OwnWeights(null, null);

  /** Null for a unit that weighs what it usually does. */
  BigDecimal of(Unit unit) {
    return switch (unit) {
      case BALE, BAG -> baleOrBag;
      case CANDY -> candy;
      default -> null;
    };
  }
}
