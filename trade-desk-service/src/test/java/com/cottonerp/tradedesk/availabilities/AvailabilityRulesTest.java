package com.cottonerp.tradedesk.availabilities;

import static com.cottonerp.tradedesk.testkit.Posts.BALES;
import static com.cottonerp.tradedesk.testkit.Posts.BUYER;
import static com.cottonerp.tradedesk.testkit.Posts.COTTON;
import static com.cottonerp.tradedesk.testkit.Posts.NOW;
import static com.cottonerp.tradedesk.testkit.Posts.SELLER;
import static com.cottonerp.tradedesk.testkit.Posts.decimal;
import static com.cottonerp.tradedesk.testkit.Posts.names;
import static com.cottonerp.tradedesk.testkit.Posts.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.contracts.trade.v1.AvailabilityUpdated;
import com.cottonerp.contracts.trade.v1.PostChange;
import com.cottonerp.tradedesk.posting.ActingUser;
import com.cottonerp.tradedesk.posting.Actor;
import com.cottonerp.tradedesk.posting.Measure;
import com.cottonerp.tradedesk.verdicts.RiskStatus;
import com.cottonerp.tradedesk.verdicts.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AvailabilityRulesTest {
  private static final String BY = "0198a000-0000-7000-8000-0000000000ff";

  private final Availability availability = posted(false);

  @Test
  void a_post_waits_for_risk_and_is_active_once_risk_lets_it_pass() {
    assertThat(status()).isEqualTo(AvailabilityStatus.PENDING_RISK);

    availability.take(verdict(RiskStatus.WARN, 1L));

    assertThat(status()).isEqualTo(AvailabilityStatus.ACTIVE);
    assertThat(names(availability.raisedEvents()))
        .containsExactly("AvailabilityPosted", "AvailabilityActivated");
  }

  @Test
  void a_verdict_on_an_earlier_event_changes_nothing() {
    availability.change(
        decimal("700.000"),
        AvailabilitySamples.terms("51000.00", BALES),
        false,
        new ActingUser(BY, null));

    availability.take(verdict(RiskStatus.FAIL, 1L));
    assertThat(status()).isEqualTo(AvailabilityStatus.PENDING_RISK);

    availability.take(verdict(RiskStatus.FAIL, 2L));
    assertThat(status()).isEqualTo(AvailabilityStatus.BLOCKED);
  }

  @Test
  void a_failed_verdict_blocks_what_is_active_and_a_passed_one_opens_nothing_again() {
    availability.take(verdict(RiskStatus.PASS, 1L));
    availability.take(verdict(RiskStatus.FAIL, null));
    availability.take(verdict(RiskStatus.PASS, null));

    assertThat(status()).isEqualTo(AvailabilityStatus.BLOCKED);
    assertThat(availability.blockReasons()).isEqualTo("SAME_PAN");
  }

  @Test
  void what_needs_approval_is_active_only_once_somebody_approved() {
    Availability dear = posted(true);

    dear.take(verdict(RiskStatus.PASS, 1L));
    assertThat(dear.facts().status()).isEqualTo(AvailabilityStatus.PENDING_APPROVAL);

    dear.approve(BY);
    assertThat(dear.facts().status()).isEqualTo(AvailabilityStatus.ACTIVE);
    refused("availability-not-pending-approval", () -> dear.approve(BY));
  }

  @Test
  void stock_is_reserved_until_none_is_left_and_sold_until_all_is_sold() {
    activate();
    Reservation first = reserve("400");
    Reservation rest = reserve("200");
    assertThat(status()).isEqualTo(AvailabilityStatus.RESERVED);
    refused("not-enough-stock", () -> reserve("100"));

    availability.sell(first, UUID.randomUUID());
    assertThat(status()).isEqualTo(AvailabilityStatus.RESERVED);
    availability.sell(rest, UUID.randomUUID());
    assertThat(status()).isEqualTo(AvailabilityStatus.SOLD);
    refused(
        "reservation-not-held",
        () -> availability.release(rest, ReservationStatus.RELEASED, "late"));
  }

  @Test
  void less_than_the_least_order_is_not_reserved() {
    activate();

    refused("below-minimum-order", () -> reserve("99.999"));
  }

  @Test
  void a_cancelled_trade_opens_what_was_sold_unless_the_seller_posted_it_again() {
    activate();
    Reservation all = reserve("600");
    availability.sell(all, UUID.randomUUID());

    availability.giveBack(all, all.quantity, null);
    assertThat(status()).isEqualTo(AvailabilityStatus.ACTIVE);

    Reservation again = reserve("600");
    availability.sell(again, UUID.randomUUID());
    availability.giveBack(again, again.quantity, "POSTED_AGAIN");
    assertThat(status()).isEqualTo(AvailabilityStatus.CANCELLED);
    assertThat(availability.facts().stock()).isEqualTo(Stock.of(decimal("600.000")));
  }

  @Test
  void a_change_says_what_is_other_than_before_and_no_change_says_nothing() {
    availability.change(
        decimal("600.000"),
        AvailabilitySamples.terms("50000.00", BALES),
        false,
        new ActingUser(BY, null));
    assertThat(names(availability.raisedEvents())).containsExactly("AvailabilityPosted");

    availability.change(
        decimal("700.000"),
        AvailabilitySamples.terms("51000.00", BALES),
        false,
        new ActingUser(BY, null));
    assertThat(availability.raisedEvents()).hasSize(2);
    AvailabilityUpdated updated = (AvailabilityUpdated) availability.raisedEvents().get(1);
    assertThat(updated.changes())
        .containsExactlyInAnyOrder(
            new PostChange("price", "50000.00", "51000.00"),
            new PostChange("totalQuantity", "600.000", "700.000"));
  }

  @Test
  void what_stock_is_held_for_does_not_change_under_it() {
    activate();
    reserve("200");
    Measure maunds = new Measure("BALE", decimal("170"), "MAUND", decimal("20"), "KG", "INR");
    Measure tonnes = new Measure("TONNE", decimal("1000"), "CANDY", decimal("355.6"), "KG", "INR");

    refused("total-below-committed", () -> change("199.999", BALES));
    refused("unit-changed", () -> change("600", tonnes));
    refused("stock-held", () -> change("600", maunds));
    change("200", BALES);
    assertThat(availability.facts().stock().available()).isEqualByComparingTo("0");
  }

  @Test
  void reserved_stock_keeps_it_from_being_cancelled_and_from_expiring() {
    activate();
    Reservation held = reserve("200");
    refused("reserved-stock-left", () -> availability.cancel("Sold elsewhere"));
    assertThat(availability.isOverdue(NOW.plus(Duration.ofDays(31)))).isFalse();

    availability.release(held, ReservationStatus.RELEASED, "No agreement");
    assertThat(availability.isOverdue(NOW.plus(Duration.ofDays(31)))).isTrue();
    assertThat(availability.isOverdue(NOW.plus(Duration.ofDays(29)))).isFalse();
    availability.cancel("Sold elsewhere");
    assertThat(status()).isEqualTo(AvailabilityStatus.CANCELLED);
  }

  @Test
  void others_see_it_only_while_it_can_be_had_and_is_for_them() {
    assertThat(availability.isVisibleTo(SELLER)).isTrue();
    assertThat(availability.isVisibleTo(BUYER)).isFalse();
    activate();
    assertThat(availability.isVisibleTo(BUYER)).isTrue();
  }

  private void change(String total, Measure measure) {
    availability.change(
        decimal(total),
        AvailabilitySamples.terms("50000.00", measure),
        false,
        new ActingUser(BY, null));
  }

  private AvailabilityStatus status() {
    return availability.facts().status();
  }

  private void activate() {
    availability.take(verdict(RiskStatus.PASS, 1L));
  }

  private Reservation reserve(String quantity) {
    Reservation reservation =
        Reservation.hold(
            UUID.randomUUID(),
            availability.id(),
            BUYER,
            null,
            decimal(quantity),
            NOW,
            Duration.ofHours(24));
    availability.reserve(reservation);
    return reservation;
  }

  private static Verdict verdict(RiskStatus status, Long sequence) {
    return new Verdict(status, decimal("80"), List.of("SAME_PAN"), sequence);
  }

  private static Availability posted(boolean approvalNeeded) {
    return Availability.post(
        new Availability.Posting(
            UUID.randomUUID(), new Actor(SELLER, new ActingUser(BY, null)), COTTON, NOW),
        decimal("600.000"),
        AvailabilitySamples.terms("50000.00", BALES),
        approvalNeeded);
  }
}
