package com.cottonerp.tradedesk.testkit;

import com.cottonerp.contracts.trade.v1.PostPlace;
import com.cottonerp.tradedesk.posting.Measure;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/**
 * What pure tests of posts are made of: cotton in bales of 170 kg, priced for a candy of 355.6 kg.
 */
public final class Posts {
  public static final Instant NOW = Instant.parse("2026-03-02T05:00:00Z");
  public static final UUID SELLER = UUID.fromString("0198a000-0000-7000-8000-00000000000a");
  public static final UUID BUYER = UUID.fromString("0198a000-0000-7000-8000-00000000000b");
  public static final UUID COTTON = UUID.fromString("0198a000-0000-7000-8000-00000000000c");
  public static final Measure BALES =
      new Measure("BALE", decimal("170"), "CANDY", decimal("355.6"), "KG", "INR");
  public static final PostPlace RAJKOT =
      new PostPlace(
          UUID.fromString("0198a000-0000-7000-8000-00000000000d"),
          "Rajkot",
          "Gujarat",
          "24",
          "WEST",
          "IN",
          decimal("22.3039"),
          decimal("70.8022"),
          null);

  private Posts() {}

  public static BigDecimal decimal(String value) {
    return new BigDecimal(value);
  }

  public static void refused(String type, ThrowingCallable change) {
    Assertions.assertThatThrownBy(change)
        .isInstanceOfSatisfying(
            com.cottonerp.defaults.problem.RefusedException.class,
            refused -> Assertions.assertThat(refused.refusal().type()).isEqualTo(type));
  }

  public static List<String> names(List<?> events) {
    return events.stream().map(event -> event.getClass().getSimpleName()).toList();
  }
}
