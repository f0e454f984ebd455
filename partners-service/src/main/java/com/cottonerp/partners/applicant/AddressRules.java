package com.cottonerp.partners.applicant;

import com.cottonerp.defaults.india.IndianAddress;
import com.cottonerp.defaults.india.IndianState;
import com.cottonerp.defaults.india.IndianStates;
import com.cottonerp.defaults.problem.InvalidField;
import com.cottonerp.defaults.text.Names;

/** What must be true of an address, and how it is kept. Pure. */
public final class AddressRules {
  private static final String INDIA = "IN";

  private AddressRules() {}

  /**
   * The address as it is kept: in India the state by the one name of the list, whatever code,
   * script or spelling it came in, or the state of the PIN where none came in. Refuses an Indian
   * address without a state that there is, or with a PIN that is not in that state.
   *
   * @param pointer of the address, for refusals
   */
  public static Address normalised(Address address, String pointer) {
    if (!INDIA.equals(address.country())) {
      return kept(address, Names.normalised(address.state()), address.postalCode().strip());
    }
    IndianAddress inIndia = IndianAddress.of(address.state(), address.postalCode(), pointer);
    return kept(address, inIndia.state().name(), inIndia.pin());
  }

  /**
   * Refuses an address in another state than that of a registration.
   *
   * @param pointer of the address, for the refusal
   */
  public static void mustBeIn(IndianState registered, Address address, String pointer) {
    boolean agrees =
        INDIA.equals(address.country())
            && IndianStates.find(address.state()).filter(registered::isSameTerritoryAs).isPresent();
    if (!agrees) {
      throw new InvalidField(
              pointer + "/state",
              "is another state than that of the GSTIN, which begins with %s, %s"
                  .formatted(registered.gstCode(), registered.name()))
          .refused();
    }
  }

  private static Address kept(Address address, String state, String postalCode) {
    return new Address(
        Names.normalised(address.line()),
        Names.normalised(address.city()),
        state,
        postalCode,
        address.country(),
        address.latitude(),
        address.longitude());
  }
}
