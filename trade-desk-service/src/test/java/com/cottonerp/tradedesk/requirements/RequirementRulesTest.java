package com.cottonerp.tradedesk.requirements;

import static com.cottonerp.tradedesk.testkit.Posts.NOW;
import static com.cottonerp.tradedesk.testkit.Posts.SELLER;
import static com.cottonerp.tradedesk.testkit.Posts.decimal;
import static com.cottonerp.tradedesk.testkit.Posts.names;
import static com.cottonerp.tradedesk.testkit.Posts.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.contracts.trade.v1.PostChange;
import com.cottonerp.contracts.trade.v1.RequirementUpdated;
import com.cottonerp.tradedesk.posting.ActingUser;
import com.cottonerp.tradedesk.verdicts.RiskStatus;
import com.cottonerp.tradedesk.verdicts.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RequirementRulesTest {
  private static final ActingUser BUYER_USER = new ActingUser("somebody", null);

  private final Requirement requirement = RequirementSamples.posted(true);

  @Test
  void a_requirement_is_open_once_risk_lets_it_pass_or_a_draft_until_it_is_published() {
    pass(requirement);
    assertThat(status()).isEqualTo(RequirementStatus.ACTIVE);

    Requirement draft = RequirementSamples.posted(false);
    pass(draft);
    assertThat(draft.facts().status()).isEqualTo(RequirementStatus.DRAFT);
    draft.publish();
    assertThat(draft.facts().status()).isEqualTo(RequirementStatus.ACTIVE);
    refused("requirement-not-draft", draft::publish);
  }

  @Test
  void a_verdict_on_an_earlier_event_changes_nothing() {
    requirement.change(RequirementSamples.terms("53000.00"), BUYER_USER);

    requirement.take(new Verdict(RiskStatus.FAIL, decimal("10"), List.of("SAME_PAN"), 1L));
    assertThat(status()).isEqualTo(RequirementStatus.PENDING_RISK);
    requirement.take(new Verdict(RiskStatus.FAIL, decimal("10"), List.of("SAME_PAN"), 2L));
    assertThat(status()).isEqualTo(RequirementStatus.BLOCKED);
    assertThat(requirement.blockReasons()).isEqualTo("SAME_PAN");
  }

  @Test
  void a_change_says_what_is_other_than_before_and_no_change_says_nothing() {
    requirement.change(RequirementSamples.terms("52000.00"), BUYER_USER);
    assertThat(names(requirement.raisedEvents())).containsExactly("RequirementCreated");

    requirement.change(RequirementSamples.terms("53000.00"), BUYER_USER);
    RequirementUpdated updated = (RequirementUpdated) requirement.raisedEvents().get(1);
    assertThat(updated.changes())
        .containsExactly(new PostChange("maxPrice", "52000.00", "53000.00"));
  }

  @Test
  void what_is_agreed_upon_cannot_be_had_by_others_and_keeps_the_requirement_as_it_is() {
    pass(requirement);
    requirement.commit(decimal("500.000"));

    refused("more-than-required", () -> requirement.commit(decimal("100.001")));
    refused("agreed-upon", () -> requirement.cancel("Bought elsewhere"));
    refused(
        "agreed-upon", () -> requirement.change(RequirementSamples.terms("53000.00"), BUYER_USER));
    assertThat(requirement.facts().remaining()).isEqualByComparingTo("100");
    assertThat(requirement.isOverdue(NOW.plus(Duration.ofDays(31)))).isFalse();

    requirement.uncommit(decimal("500.000"));
    assertThat(requirement.facts().remaining()).isEqualByComparingTo("600");
    assertThat(requirement.isOverdue(NOW.plus(Duration.ofDays(31)))).isTrue();
  }

  @Test
  void it_is_partially_fulfilled_from_its_least_quantity_and_fulfilled_at_its_highest() {
    pass(requirement);
    buy("50");
    assertThat(status()).isEqualTo(RequirementStatus.ACTIVE);
    buy("50");
    assertThat(status()).isEqualTo(RequirementStatus.PARTIALLY_FULFILLED);
    buy("500");
    assertThat(status()).isEqualTo(RequirementStatus.FULFILLED);
    assertThat(names(requirement.raisedEvents()))
        .containsExactly(
            "RequirementCreated",
            "RequirementPublished",
            "RequirementUpdated",
            "RequirementPartiallyFulfilled",
            "RequirementFulfilled");
  }

  @Test
  void a_cancelled_trade_opens_it_again_unless_the_buyer_posted_it_again() {
    pass(requirement);
    buy("600");
    requirement.undoPurchase(decimal("600.000"), null);
    assertThat(status()).isEqualTo(RequirementStatus.ACTIVE);

    buy("600");
    requirement.undoPurchase(decimal("600.000"), "POSTED_AGAIN");
    assertThat(status()).isEqualTo(RequirementStatus.CANCELLED);
    assertThat(requirement.facts().purchases()).isEqualTo(Purchases.none());
  }

  @Test
  void what_was_bought_for_is_not_changed_any_more() {
    pass(requirement);
    buy("50");

    refused(
        "already-bought",
        () -> requirement.change(RequirementSamples.terms("53000.00"), BUYER_USER));
  }

  @Test
  void a_hundred_and_three_of_a_hundred_are_within_a_tolerance_of_five_percent() {
    Requirement hundred = RequirementSamples.hundred("5");
    refused("more-than-required", () -> hundred.commit(decimal("105.001")));

    hundred.commit(decimal("103.000"));
    assertThat(hundred.facts().remaining()).isEqualByComparingTo("0");
    refused("more-than-required", () -> hundred.commit(decimal("0.001")));

    hundred.buy(decimal("103.000"), UUID.randomUUID());
    assertThat(hundred.facts().status()).isEqualTo(RequirementStatus.FULFILLED);
    assertThat(hundred.facts().remaining()).isEqualByComparingTo("0");
    assertThat(hundred.facts().openBaseQuantity()).isEqualByComparingTo("0");

    hundred.undoPurchase(decimal("103.000"), null);
    assertThat(hundred.facts().status()).isEqualTo(RequirementStatus.ACTIVE);
    assertThat(hundred.facts().remaining()).isEqualByComparingTo("100");
    assertThat(hundred.facts().purchases()).isEqualTo(Purchases.none());
  }

  @Test
  void the_tolerance_is_of_the_whole_and_only_while_something_is_wanted() {
    Requirement hundred = RequirementSamples.hundred("5");
    hundred.commit(decimal("98.000"));

    assertThat(hundred.facts().mostOfNext()).isEqualByComparingTo("7");
    refused("more-than-required", () -> hundred.commit(decimal("7.001")));
    hundred.commit(decimal("2.000"));
    assertThat(hundred.facts().mostOfNext()).isEqualByComparingTo("0");
    hundred.uncommit(decimal("100.000"));
    assertThat(hundred.facts().mostOfNext()).isEqualByComparingTo("105");
  }

  @Test
  void without_a_tolerance_nothing_more_is_agreed_on_than_is_wanted() {
    Requirement hundred = RequirementSamples.hundred("0");

    refused("more-than-required", () -> hundred.commit(decimal("100.001")));
    hundred.commit(decimal("100.000"));
  }

  @Test
  void others_see_it_only_while_it_is_wanted() {
    assertThat(requirement.isVisibleTo(SELLER)).isFalse();
    pass(requirement);
    assertThat(requirement.isVisibleTo(SELLER)).isTrue();
  }

  private RequirementStatus status() {
    return requirement.facts().status();
  }

  private void buy(String quantity) {
    requirement.commit(decimal(quantity).setScale(3));
    requirement.buy(decimal(quantity).setScale(3), UUID.randomUUID());
  }

  private static void pass(Requirement requirement) {
    requirement.take(new Verdict(RiskStatus.PASS, decimal("80"), List.of(), 1L));
  }
}
