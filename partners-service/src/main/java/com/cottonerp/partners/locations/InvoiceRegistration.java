package com.cottonerp.partners.locations;

import com.cottonerp.partners.applicant.Applicant;
import com.cottonerp.partners.applicant.TaxIdType;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The GSTIN that stands on an invoice for a place of a partner. It is the GSTIN of the place. A
 * place without one has the GSTIN of the partner in the state of the place, since a registration is
 * for a state. Without such a GSTIN it is the first one of the partner. Pure.
 *
 * <p>Source: section 25(1) and (4) of the CGST Act, rule 46 of the CGST Rules.
 */
final class InvoiceRegistration {
  private InvoiceRegistration() {}

  /**
   * @param place null for the registered office
   * @param others all places of the partner
   * @return null when the partner is not registered for GST
   */
  static String of(Applicant partner, Location place, List<Location> others) {
    String first = partner.taxIdType() == TaxIdType.GST ? partner.taxIdNumber() : null;
    if (place == null || first == null) {
      return first;
    }
    if (place.gstin != null) {
      return place.gstin;
    }
    String state = place.stateCode();
    return state == null ? first : inState(state, first, others);
  }

  private static String inState(String state, String first, List<Location> others) {
    // A unit in a special economic zone is registered apart from the places outside of it.
    Stream<String> outsideOfZones =
        others.stream().filter(other -> !other.sez).map(other -> other.gstin);
    return Stream.concat(Stream.of(first), outsideOfZones)
        .filter(Objects::nonNull)
        .filter(gstin -> gstin.startsWith(state))
        .findFirst()
        .orElse(first);
  }
}
