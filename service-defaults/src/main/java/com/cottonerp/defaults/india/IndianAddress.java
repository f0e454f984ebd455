package com.cottonerp.defaults.india;

import com.cottonerp.defaults.problem.InvalidField;

/**
 * The state and the PIN of an address in India, which agree with each other. Pure.
 *
 * @param state the state that has the territory today: an address in Daman is in Dadra and Nagar
 *     Haveli and Daman and Diu
 * @param pin six digits
 */
public record IndianAddress(IndianState state, String pin) {
  private static final String NEEDED =
      "is needed, because the PIN does not tell it: a state by its name, GST code or ISO code";

  /**
   * Of what a body says: the state by any code, script or spelling, or the state of the PIN where
   * the body says none. Refuses what is no state, what is no PIN, and a PIN of another state.
   *
   * @param pointer of the object that has {@code state} and {@code postalCode}, for refusals
   */
  public static IndianAddress of(String state, String postalCode, String pointer) {
    String digits = postalCode.replace(" ", "");
    boolean isSilent = state == null || state.isBlank();
    IndianState found =
        (isSilent ? PinCodes.onlyStateOf(digits) : IndianStates.find(state))
            .map(IndianStates::today)
            .orElseThrow(
                () ->
                    new InvalidField(pointer + "/state", isSilent ? NEEDED : ToldState.fault(state))
                        .refused());
    return new IndianAddress(found, pin(digits, found, pointer + "/postalCode"));
  }

  /**
   * The PIN of a place in a state, without blanks. Refuses what is no PIN, and a PIN of another
   * state.
   */
  public static String pin(String postalCode, IndianState state, String pointer) {
    String pin = postalCode.replace(" ", "");
    if (!PinCodes.isPin(pin)) {
      throw new InvalidField(pointer, "is a PIN: six digits that the post gives out").refused();
    }
    if (!PinCodes.isIn(pin, state)) {
      throw new InvalidField(pointer, "is a PIN of another state than " + state.name()).refused();
    }
    return pin;
  }
}
