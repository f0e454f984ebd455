package com.cottonerp.tradedesk.trades;

import static com.cottonerp.tradedesk.testkit.Posts.BALES;
import static com.cottonerp.tradedesk.testkit.Posts.BUYER;
import static com.cottonerp.tradedesk.testkit.Posts.NOW;
import static com.cottonerp.tradedesk.testkit.Posts.SELLER;
import static com.cottonerp.tradedesk.testkit.Posts.decimal;
import static com.cottonerp.tradedesk.testkit.Posts.names;
import static com.cottonerp.tradedesk.testkit.Posts.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.contracts.trade.v1.FrozenAddress;
import com.cottonerp.contracts.trade.v1.TradeCreated;
import com.cottonerp.tradedesk.availabilities.AvailabilitySamples;
import com.cottonerp.tradedesk.negotiations.AgreementSamples;
import com.cottonerp.tradedesk.posting.ActingUser;
import com.cottonerp.tradedesk.posting.Side;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TradeRulesTest {
  private static final FrozenAddress MILL = address("Coimbatore", "Tamil Nadu", "33");
  private static final FrozenAddress GIN = address("Rajkot", "Gujarat", "24");

  private static final ActingUser BY = new ActingUser("somebody", null);

  private final Trade trade =
      Trade.of(
          new Trade.Making(UUID.randomUUID(), "TR-2026-00001", "somebody", null, NOW),
          AgreementSamples.agreed(),
          AvailabilitySamples.terms("50000.00", BALES),
          decimal("5"),
          new Supply(new TradeAddresses(MILL, MILL, GIN), MILL, false, false, false));

  @Test
  void a_trade_says_what_it_is_worth_and_which_tax_is_due() {
    TradeCreated created = (TradeCreated) trade.raisedEvents().get(0);

    // 500 bales of 170 kg at 49 500 for 355.6 kg.
    assertThat(created.value().amount()).isEqualByComparingTo("11832114.74");
    assertThat(created.gst().igst()).isEqualByComparingTo("591605.74");
    assertThat(created.gst().cgst()).isEqualByComparingTo("0");
    assertThat(created.tradeDate()).isEqualTo(LocalDate.parse("2026-03-02"));
    assertThat(names(trade.raisedEvents())).containsExactly("TradeCreated", "PartnerContactShared");
  }

  @Test
  void each_side_moves_it_on_only_as_it_may() {
    refused("not-your-move", () -> move(TradeStatus.IN_TRANSIT, Side.BUY));
    refused("trade-not-movable", () -> move(TradeStatus.DELIVERED, Side.BUY));
    move(TradeStatus.IN_TRANSIT, Side.SELL);
    refused("not-your-move", () -> move(TradeStatus.DELIVERED, Side.SELL));
    move(TradeStatus.DELIVERED, Side.BUY);
    assertThat(trade.fulfilment().deliveredAt()).isEqualTo(NOW);
    move(TradeStatus.COMPLETED, Side.BUY);
    refused("trade-not-movable", () -> move(TradeStatus.CANCELLED, null));
  }

  @Test
  void parties_do_not_cancel_internal_users_do() {
    refused("not-your-move", () -> move(TradeStatus.CANCELLED, Side.SELL));
    move(TradeStatus.CANCELLED, null);
    assertThat(trade.status()).isEqualTo(TradeStatus.CANCELLED);
  }

  @Test
  void a_completed_trade_is_disputed_within_fifteen_days_and_settled_again() {
    for (TradeStatus next : List.of(TradeStatus.IN_TRANSIT, TradeStatus.DELIVERED)) {
      move(next, null);
    }
    move(TradeStatus.COMPLETED, Side.BUY);

    Instant late = NOW.plus(Duration.ofDays(15)).plusMillis(1);
    refused(
        "dispute-too-late",
        () -> trade.become(TradeStatus.DISPUTED, Side.BUY, BY, null, null, late));
    Instant inTime = NOW.plus(Duration.ofDays(15));
    trade.become(TradeStatus.DISPUTED, Side.SELL, BY, null, null, inTime);
    refused("not-your-move", () -> move(TradeStatus.COMPLETED, Side.BUY));
    move(TradeStatus.COMPLETED, null);
    assertThat(trade.status()).isEqualTo(TradeStatus.COMPLETED);
  }

  @ParameterizedTest
  @CsvSource({
    // dispatched, delivered, to be given back of 500
    "500, 500, 0.000",
    "500, 200, 300.000",
    "200, 200, 300.000",
    "500, , 0.000",
    "120.5, , 379.500",
    "500, 0, 500.000"
  })
  void what_left_or_arrived_is_not_given_back(String left, String arrived, String back) {
    move(TradeStatus.IN_TRANSIT, Side.SELL, left, NOW);
    if (arrived != null) {
      move(TradeStatus.DELIVERED, Side.BUY, arrived, NOW);
    }
    move(TradeStatus.DISPUTED, Side.BUY);
    move(TradeStatus.CANCELLED, null);

    assertThat(trade.quantityToGiveBack()).isEqualTo(decimal(back));
    assertThat(trade.requirementQuantityToGiveBack()).isEqualTo(decimal(back));
  }

  @Test
  void no_more_arrives_than_left_and_no_more_leaves_than_was_sold() {
    refused("invalid-request", () -> move(TradeStatus.IN_TRANSIT, Side.SELL, "500.001", NOW));
    move(TradeStatus.IN_TRANSIT, Side.SELL, "400", NOW);
    refused("invalid-request", () -> move(TradeStatus.DELIVERED, Side.BUY, "400.001", NOW));
    move(TradeStatus.DELIVERED, Side.BUY);
    assertThat(trade.fulfilment().delivered()).isEqualTo(decimal("400.000"));
    refused("invalid-request", () -> move(TradeStatus.COMPLETED, Side.BUY, "400", NOW));
  }

  @Test
  void what_left_or_arrived_never_shrinks() {
    move(TradeStatus.IN_TRANSIT, Side.SELL);
    move(TradeStatus.DELIVERED, Side.BUY, "200", NOW);
    move(TradeStatus.DISPUTED, Side.BUY);
    move(TradeStatus.ACTIVE, null);
    refused("invalid-request", () -> move(TradeStatus.IN_TRANSIT, Side.SELL, "400", NOW));
    move(TradeStatus.IN_TRANSIT, Side.SELL);
    assertThat(trade.quantityToGiveBack()).as("all is on the road").isEqualTo(decimal("0.000"));
    refused("invalid-request", () -> move(TradeStatus.DELIVERED, Side.BUY, "199", NOW));
    move(TradeStatus.DELIVERED, Side.BUY, "300", NOW);
    assertThat(trade.quantityToGiveBack()).isEqualTo(decimal("200.000"));
  }

  @Test
  void a_second_settlement_opens_no_second_time_to_dispute() {
    move(TradeStatus.IN_TRANSIT, null);
    move(TradeStatus.DELIVERED, null);
    move(TradeStatus.COMPLETED, null);
    Instant tenth = NOW.plus(Duration.ofDays(10));
    trade.become(TradeStatus.DISPUTED, Side.BUY, BY, null, null, tenth);
    trade.become(TradeStatus.COMPLETED, null, BY, null, null, tenth);

    Instant sixteenth = NOW.plus(Duration.ofDays(16));
    refused(
        "dispute-too-late",
        () -> trade.become(TradeStatus.DISPUTED, Side.BUY, BY, null, null, sixteenth));
  }

  @ParameterizedTest
  @CsvSource({
    "ACTIVE, , 0.000, 0.000",
    "IN_TRANSIT, , 500.000, 0.000",
    "DELIVERED, 2026-03-02T05:00:00Z, 500.000, 500.000",
    "COMPLETED, 2026-03-02T05:00:00Z, 500.000, 500.000",
    "DISPUTED, 2026-03-02T05:00:00Z, 500.000, 500.000"
  })
  void what_the_version_before_moved_is_told_by_its_status(
      TradeStatus status, Instant deliveredAt, String left, String arrived) {
    BigDecimal all = decimal("500.000");
    for (Fulfilment stored :
        new Fulfilment[] {
          new Fulfilment(null, null, deliveredAt, null),
          new Fulfilment(decimal("0.000"), decimal("0.000"), deliveredAt, null)
        }) {
      Fulfilment known = Fulfilment.of(stored, status, all);

      assertThat(known.dispatched()).isEqualTo(decimal(left));
      assertThat(known.delivered()).isEqualTo(decimal(arrived));
    }
    assertThat(Fulfilment.of(null, TradeStatus.COMPLETED, all).isTooLateToDispute(NOW)).isTrue();
  }

  @Test
  void who_is_no_party_learns_nothing_of_it() {
    assertThat(trade.sideOf(BUYER)).isEqualTo(Side.BUY);
    assertThat(trade.sideOf(SELLER)).isEqualTo(Side.SELL);
    refused("not-found", () -> trade.sideOf(UUID.randomUUID()));
  }

  private void move(TradeStatus next, Side side) {
    trade.become(next, side, BY, null, null, NOW);
  }

  private void move(TradeStatus next, Side side, String quantity, Instant now) {
    trade.become(next, side, BY, null, decimal(quantity), now);
  }

  private static FrozenAddress address(String city, String state, String code) {
    return new FrozenAddress(
        UUID.randomUUID(), city + " branch", "1 Road", city, state, code, null, "IN");
  }
}
