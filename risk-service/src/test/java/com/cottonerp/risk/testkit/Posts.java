package com.cottonerp.risk.testkit;

import com.cottonerp.contracts.Money;
import com.cottonerp.contracts.trade.v1.MatchProposed;
import com.cottonerp.contracts.trade.v1.MatchScore;
import com.cottonerp.contracts.trade.v1.RequirementCreated;
import com.cottonerp.contracts.trade.v1.RequirementSnapshot;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What the trade desk says of posts and matches. */
public final class Posts {
  private Posts() {}

  /** A requirement of this value. */
  public static RequirementCreated wanted(UUID id, UUID buyer, Money value) {
    return new RequirementCreated(
        new RequirementSnapshot(
            id,
            buyer,
            UUID.randomUUID(),
            null,
            "REQ-2026-000001",
            List.of(),
            null,
            BigDecimal.TEN,
            null,
            BigDecimal.TEN,
            BigDecimal.ZERO,
            "BALE",
            new BigDecimal("1700"),
            "KG",
            Heard.inr("50000.00"),
            null,
            "CANDY",
            BigDecimal.ONE,
            value,
            List.of(),
            "PUBLIC",
            true,
            "NORMAL",
            "NEGOTIATION",
            "PENDING_RISK",
            Instant.now(),
            null,
            null,
            null,
            null,
            null));
  }

  /** A match whose parties may agree on this value at most. */
  public static MatchProposed proposed(UUID id, UUID buyer, UUID seller, Money highestValue) {
    BigDecimal one = BigDecimal.ONE;
    return new MatchProposed(
        id,
        UUID.randomUUID(),
        UUID.randomUUID(),
        buyer,
        seller,
        UUID.randomUUID(),
        new MatchScore(one, one, one, one, one),
        BigDecimal.TEN,
        "BALE",
        new BigDecimal("1700"),
        "KG",
        Heard.inr("50000.00"),
        "CANDY",
        Heard.inr("1000.00"),
        highestValue,
        null,
        null,
        true,
        "IN",
        "IN",
        Instant.now());
  }
}
