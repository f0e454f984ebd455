package com.cottonerp.partners.locations;

import com.cottonerp.partners.applicant.Address;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;

/** Finds the coordinates of an address. A deployment with a map service provides its own bean. */
public interface Geocoder {
  Uni<Position> locate(Address address);

  /**
   * Where an address is.
   *
   * @param latitude null when only the confidence is known
   * @param confidence 0 to 1; above 0.90 counts as verified, below 0.50 is refused
   */
  record Position(BigDecimal latitude, BigDecimal longitude, BigDecimal confidence) {}
}
