package com.cottonerp.defaults.india;

import com.cottonerp.defaults.problem.InvalidField;
import java.util.List;
import java.util.Optional;

/** The state of India that a body tells by a code, by a name, or by both. Pure. */
public final class ToldState {
  private ToldState() {}

  /**
   * As it is today; empty when neither tells one. Refuses a text that names no state, and two that
   * name different ones.
   *
   * @param pointer of the object that has {@code stateCode} and {@code state}, for refusals
   */
  public static Optional<IndianState> of(String stateCode, String state, String pointer) {
    Optional<IndianState> byCode = found(stateCode, pointer + "/stateCode");
    Optional<IndianState> byName = found(state, pointer + "/state");
    if (byCode.isPresent() && byName.isPresent() && !byCode.equals(byName)) {
      throw new InvalidField(
              pointer + "/stateCode",
              "is the code of %s, not of %s".formatted(byCode.get().name(), byName.get().name()))
          .refused();
    }
    return byCode.or(() -> byName);
  }

  private static Optional<IndianState> found(String text, String pointer) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    Optional<IndianState> state = IndianStates.find(text).map(IndianStates::today);
    if (state.isEmpty()) {
      throw new InvalidField(pointer, fault(text)).refused();
    }
    return state;
  }

  /** What is wrong with a text that names no state, with what it may have been meant to say. */
  public static String fault(String text) {
    List<String> alike = IndianStates.suggestions(text);
    return "is no state of India by name, GST code or ISO code"
        + (alike.isEmpty() ? "" : "; did you mean " + String.join(", ", alike) + "?");
  }
}
