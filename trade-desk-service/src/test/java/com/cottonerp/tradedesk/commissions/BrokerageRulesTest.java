package com.cottonerp.tradedesk.commissions;

import static com.cottonerp.tradedesk.testkit.Posts.COTTON;
import static com.cottonerp.tradedesk.testkit.Posts.decimal;
import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.contracts.settings.v1.CommissionStructureSet;
import com.cottonerp.contracts.trade.v1.Brokerage;
import com.cottonerp.tradedesk.posting.Measure;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Brokerage on 600 bales of 170 kg at 50 000 INR for a candy of 355.6222 kg. */
class BrokerageRulesTest {
  private static final Measure BALES =
      new Measure("BALE", decimal("170"), "CANDY", decimal("355.6222"), "KG", "INR");
  private static final ContractValue CONTRACT =
      new ContractValue(COTTON, null, BALES, decimal("600.000"), decimal("14341061.95"));

  @ParameterizedTest
  @CsvSource({
    "percentage, 0.125, , , 17926.33",
    "percentage, 1, , , 143410.62",
    "per_unit, , 5, BALE, 3000.00",
    "per_unit, , 100, CANDY, 28682.12",
    "per_unit, , 10, QUINTAL, 10200.00"
  })
  void it_is_computed_by_the_structure(
      String type, String rate, String perUnit, String unit, String amount) {
    Brokerage brokerage = BrokerageRules.of(structure(type, rate, perUnit, unit, "both"), CONTRACT);

    assertThat(brokerage.buyer().amount()).isEqualTo(decimal(amount));
    assertThat(brokerage.seller()).isEqualTo(brokerage.buyer());
    assertThat(brokerage.buyer().currency()).isEqualTo("INR");
  }

  @ParameterizedTest
  @CsvSource({"buyer, true, false", "seller, false, true", "both, true, true"})
  void who_is_to_pay_it_pays_it(String appliesTo, boolean buyer, boolean seller) {
    Brokerage brokerage =
        BrokerageRules.of(structure("percentage", "0.5", null, null, appliesTo), CONTRACT);

    assertThat(brokerage.buyer() != null).isEqualTo(buyer);
    assertThat(brokerage.seller() != null).isEqualTo(seller);
  }

  private static CommissionStructureSet structure(
      String type, String rate, String perUnit, String unit, String appliesTo) {
    return new CommissionStructureSet(
        UUID.randomUUID(),
        COTTON,
        null,
        "Brokerage",
        type,
        rate == null ? null : decimal(rate),
        null,
        List.of(),
        null,
        null,
        appliesTo,
        "INR",
        true,
        perUnit == null ? null : decimal(perUnit),
        unit,
        unit == null ? null : decimal("100"));
  }
}
