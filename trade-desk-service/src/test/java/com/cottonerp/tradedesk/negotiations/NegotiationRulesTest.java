package com.cottonerp.tradedesk.negotiations;

import static com.cottonerp.tradedesk.negotiations.AgreementSamples.GOODS;
import static com.cottonerp.tradedesk.testkit.Posts.BALES;
import static com.cottonerp.tradedesk.testkit.Posts.NOW;
import static com.cottonerp.tradedesk.testkit.Posts.decimal;
import static com.cottonerp.tradedesk.testkit.Posts.names;
import static com.cottonerp.tradedesk.testkit.Posts.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.tradedesk.matching.MatchSamples;
import com.cottonerp.tradedesk.posting.ActingSide;
import com.cottonerp.tradedesk.posting.Measure;
import com.cottonerp.tradedesk.posting.Side;
import com.cottonerp.tradedesk.tradeterms.NamedTerms;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NegotiationRulesTest {
  private final Negotiation negotiation =
      Negotiation.start(
          UUID.randomUUID(),
          MatchSamples.cleared(),
          GOODS,
          NamedTerms.none(),
          new ActingSide(Side.BUY, null),
          NOW);

  @Test
  void neither_side_offers_twice_in_a_row_nor_accepts_its_own_offer() {
    refused("nothing-offered", () -> accept(Side.SELL));
    offer(Side.BUY, "49000.00");
    refused("not-your-turn", () -> offer(Side.BUY, "49100.00"));
    refused("own-offer", () -> accept(Side.BUY));
    offer(Side.SELL, "49500.00");
    accept(Side.BUY);

    assertThat(negotiation.isAgreed()).isTrue();
    assertThat(negotiation.terms().price()).isEqualByComparingTo("49500");
    assertThat(negotiation.requirementQuantity()).isEqualByComparingTo("500");
    assertThat(names(negotiation.raisedEvents()))
        .containsExactly(
            "NegotiationStarted",
            "NegotiationOfferMade",
            "NegotiationOfferMade",
            "NegotiationAccepted");
  }

  @Test
  void after_48_hours_nothing_moves_any_more() {
    offer(Side.BUY, "49000.00");
    assertThat(negotiation.isOverdue(NOW.plus(Duration.ofHours(48)).minusMillis(1))).isFalse();
    assertThat(negotiation.isOverdue(NOW.plus(Duration.ofHours(48)))).isTrue();
    refused(
        "negotiation-expired",
        () -> negotiation.mustBeAcceptableTo(Side.SELL, NOW.plus(Duration.ofHours(48))));
  }

  @Test
  void what_ended_stays_ended() {
    negotiation.reject(new ActingSide(Side.SELL, null), "Too dear", NOW);

    refused("negotiation-not-active", () -> offer(Side.BUY, "49000.00"));
    refused(
        "negotiation-not-active",
        () -> negotiation.reject(new ActingSide(Side.BUY, null), "Too late", NOW));
    refused("negotiation-not-active", negotiation::mustBeAccepted);
  }

  @Test
  void a_price_in_other_units_is_another_price() {
    negotiation.mustMeanTheSame(BALES);
    Measure maunds = new Measure("BALE", decimal("170"), "MAUND", decimal("20"), "KG", "INR");

    refused("units-changed", () -> negotiation.mustMeanTheSame(maunds));
  }

  private void offer(Side by, String price) {
    negotiation.offer(
        new ActingSide(by, null),
        new OfferTerms(decimal(price), decimal("500.000"), null, NamedTerms.none()),
        GOODS,
        NOW);
  }

  private void accept(Side by) {
    negotiation.accept(
        new ActingSide(by, null),
        UUID.randomUUID(),
        decimal("500.000"),
        decimal("11832115.00"),
        null,
        NOW);
  }
}
