package com.cottonerp.tradedesk.availabilities;

import static com.cottonerp.tradedesk.testkit.Posts.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.contracts.trade.v1.TradeTerm;
import com.cottonerp.tradedesk.tradeterms.NamedTerms;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryBasisTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, -, EX_GIN",
        "-, true, DELIVERED",
        "-, false, EX_GIN",
        "DELIVERED, -, DELIVERED",
        "DELIVERED, true, DELIVERED",
        "EX_GIN, false, EX_GIN"
      })
  void the_seller_or_the_delivery_term_says_it(
      DeliveryBasis said, Boolean includesFreight, DeliveryBasis is) {
    assertThat(DeliveryBasis.of(said, named(includesFreight))).isEqualTo(is);
  }

  @Test
  void the_seller_does_not_say_otherwise_than_its_term() {
    refused("invalid-request", () -> DeliveryBasis.of(DeliveryBasis.EX_GIN, named(true)));
    refused("invalid-request", () -> DeliveryBasis.of(DeliveryBasis.DELIVERED, named(false)));
  }

  private static NamedTerms named(Boolean includesFreight) {
    return new NamedTerms(
        List.of(
            new TradeTerm(
                UUID.randomUUID(),
                "delivery_term",
                "DELIVERED",
                "Delivered",
                null,
                null,
                includesFreight,
                null,
                null,
                null)));
  }
}
