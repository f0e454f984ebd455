package com.cottonerp.defaults.india;

import java.time.LocalDate;

/**
 * A state or union territory, as GST counts them. Immutable.
 *
 * @param gstCode two digits, the begin of a GSTIN
 * @param isoCode two letters, as ISO 3166-2:IN has them behind {@code IN-} since 2023
 * @param name in English
 * @param lastDay the last day on which the code was given out; null while it is
 * @param successorCode the GST code of the state that has its territory now; its own while it has
 */
public record IndianState(
    String gstCode,
    String isoCode,
    String name,
    Kind kind,
    LocalDate lastDay,
    String successorCode) {

  /** Who takes the half of the tax within a state that is not the centre's. */
  public enum Kind {
    /** A state: SGST. */
    STATE,
    /** A union territory with a legislature, taxed as a state: section 2(103) of the CGST Act. */
    LEGISLATURE,
    /** A union territory without one: UTGST, section 2(114) of the CGST Act. */
    TERRITORY
  }

  public boolean isUnionTerritoryWithoutLegislature() {
    return kind == Kind.TERRITORY;
  }

  /** Whether new registrations do not get this code any more. */
  public boolean isHistoric() {
    return lastDay != null;
  }

  /** Whether both are the same territory today, under codes of before and after a change. */
  public boolean isSameTerritoryAs(IndianState other) {
    return successorCode.equals(other.successorCode);
  }
}
