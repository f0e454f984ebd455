package com.cottonerp.tradedesk.negotiations;

import static com.cottonerp.tradedesk.testkit.Posts.NOW;
import static com.cottonerp.tradedesk.testkit.Posts.decimal;

import com.cottonerp.contracts.trade.v1.ContractGoods;
import com.cottonerp.contracts.trade.v1.QualityValue;
import com.cottonerp.tradedesk.matching.MatchSamples;
import com.cottonerp.tradedesk.posting.ActingSide;
import com.cottonerp.tradedesk.posting.Side;
import com.cottonerp.tradedesk.tradeterms.NamedTerms;
import java.util.List;
import java.util.UUID;

/** Agreements for pure tests: 500 bales at 49 500 for a candy. */
public final class AgreementSamples {
  static final ContractGoods GOODS =
      new ContractGoods(
          "Shankar-6", "2025-26", List.of(new QualityValue("Staple Length", "29")), "EX_GIN");

  private AgreementSamples() {}

  public static Negotiation agreed() {
    Negotiation negotiation =
        Negotiation.start(
            UUID.randomUUID(),
            MatchSamples.cleared(),
            GOODS,
            NamedTerms.none(),
            new ActingSide(Side.BUY, null),
            NOW);
    negotiation.offer(
        new ActingSide(Side.BUY, null),
        new OfferTerms(decimal("49500.00"), decimal("500.000"), null, NamedTerms.none()),
        GOODS,
        NOW);
    negotiation.accept(
        new ActingSide(Side.SELL, null),
        UUID.randomUUID(),
        decimal("500.000"),
        decimal("11832114.74"),
        null,
        NOW);
    return negotiation;
  }
}
