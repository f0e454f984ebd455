package com.cottonerp.tradedesk.matching;

import static com.cottonerp.tradedesk.testkit.Posts.BUYER;
import static com.cottonerp.tradedesk.testkit.Posts.NOW;
import static com.cottonerp.tradedesk.testkit.Posts.SELLER;
import static com.cottonerp.tradedesk.testkit.Posts.decimal;
import static com.cottonerp.tradedesk.testkit.Posts.names;
import static com.cottonerp.tradedesk.testkit.Posts.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.tradedesk.posting.Side;
import com.cottonerp.tradedesk.verdicts.RiskStatus;
import com.cottonerp.tradedesk.verdicts.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MatchRulesTest {
  private final RatedPair rated = MatchSamples.rated();
  private final Match match = Match.propose(rated, NOW);

  @Test
  void a_pair_that_fits_is_proposed_with_what_would_change_hands() {
    assertThat(rated.fits()).isTrue();
    assertThat(match.terms().quantity()).isEqualByComparingTo("500");
    assertThat(match.terms().price()).isEqualByComparingTo("50000");
    // 500 bales of 170 kg at 50 000 for 355.6 kg.
    assertThat(match.terms().value()).isEqualByComparingTo("11951631.05");
    // 600 bales at 52 000.
    assertThat(match.terms().highestValue()).isEqualByComparingTo("14915635.55");
  }

  @Test
  void risk_clears_or_rejects_it_and_an_outdated_verdict_changes_nothing() {
    match.take(verdict(RiskStatus.PASS, 0L));
    assertThat(match.status()).isEqualTo(MatchStatus.PROPOSED);
    match.take(verdict(RiskStatus.WARN, 1L));
    assertThat(match.status()).isEqualTo(MatchStatus.CLEARED);
    match.take(verdict(RiskStatus.FAIL, 1L));
    assertThat(match.status()).isEqualTo(MatchStatus.REJECTED);
    assertThat(names(match.raisedEvents()))
        .containsExactly("MatchProposed", "MatchCleared", "MatchRejected");
  }

  @Test
  void only_a_cleared_match_is_negotiated_and_only_in_its_time() {
    refused("match-not-cleared", () -> match.negotiate(NOW));
    match.take(verdict(RiskStatus.PASS, 1L));
    refused("match-not-cleared", () -> match.negotiate(NOW.plus(Duration.ofDays(30))));
    match.negotiate(NOW);
    assertThat(match.status()).isEqualTo(MatchStatus.NEGOTIATING);
  }

  @Test
  void an_open_match_is_not_proposed_again_while_nothing_changed() {
    assertThat(match.proposeAgain(rated, NOW.plus(Duration.ofHours(1)))).isFalse();
    match.expire();
    assertThat(match.proposeAgain(rated, NOW.plusSeconds(1))).isTrue();
  }

  @Test
  void a_rejected_match_comes_back_after_five_minutes_at_the_soonest() {
    match.take(verdict(RiskStatus.FAIL, 1L));
    assertThat(match.proposeAgain(rated, NOW.plus(Duration.ofMinutes(4)))).isFalse();
    assertThat(match.proposeAgain(rated, NOW.plus(Duration.ofMinutes(5)))).isTrue();
    // The verdict on the proposal before does not count any more.
    match.take(verdict(RiskStatus.FAIL, 1L));
    assertThat(match.status()).isEqualTo(MatchStatus.PROPOSED);
  }

  @Test
  void the_parties_may_agree_on_no_more_than_risk_judged() {
    match.mustCover(decimal("14915635.55"));
    refused("beyond-match", () -> match.mustCover(decimal("14915635.56")));
  }

  @Test
  void who_is_no_party_learns_nothing_of_it() {
    assertThat(match.sideOf(BUYER)).isEqualTo(Side.BUY);
    assertThat(match.otherThan(BUYER)).isEqualTo(SELLER);
    refused("not-found", () -> match.sideOf(UUID.randomUUID()));
  }

  private static Verdict verdict(RiskStatus status, Long sequence) {
    return new Verdict(status, decimal("80"), List.of("SAME_PHONE"), sequence);
  }
}
