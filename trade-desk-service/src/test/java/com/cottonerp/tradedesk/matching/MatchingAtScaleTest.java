package com.cottonerp.tradedesk.matching;

import static com.cottonerp.tradedesk.testkit.Desk.activeOffer;
import static com.cottonerp.tradedesk.testkit.Desk.activeWish;
import static com.cottonerp.tradedesk.testkit.Desk.internal;
import static com.cottonerp.tradedesk.testkit.Desk.matchOf;
import static com.cottonerp.tradedesk.testkit.Desk.offer;
import static com.cottonerp.tradedesk.testkit.Desk.wish;
import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.tradedesk.testkit.Market;
import com.cottonerp.tradedesk.testkit.RunningPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Many open posts of one commodity, in twenty states: 20 000, or as many as {@code
 * -Dmatching.posts} says.
 */
@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class MatchingAtScaleTest {
  private static final int POSTS = Integer.getInteger("matching.posts", 20_000);

  @Inject Market market;

  @Test
  void a_requirement_is_matched_from_a_range_of_the_index_among_many_offers() {
    UUID cotton = market.cotton(false);
    UUID rajkot = market.rajkot();
    UUID seller = market.partner();
    UUID buyer = market.partner();
    UUID copied = activeOffer(market, seller, offer(cotton, rajkot, "600", "51000.00"));
    RunningPostgres.execute(copies(copied));
    RunningPostgres.execute("ANALYZE trade_desk.availability");
    UUID best = activeOffer(market, market.partner(), offer(cotton, rajkot, "600", "40000.00"));

    UUID wish = activeWish(market, buyer, wish(cotton, rajkot, "100", "500", "52000.00"));
    matchOf(buyer, wish);

    assertThat(internal().get("/api/v1/requirements/" + wish + "/matches").asString())
        .contains(best.toString());
    List<String> plan = RunningPostgres.rowsOf(plan(cotton));
    assertThat(plan)
        .anyMatch(line -> line.contains("availability_matching_idx"))
        .noneMatch(line -> line.contains("Seq Scan"));
    assertThat(rowsRead(plan)).isLessThanOrEqualTo(POSTS / 20 + 1_000);
    assertIndexed(planOf(cotton, "cell IN (7, 8, 9, 10)"), "availability_cell_idx");
    assertIndexed(planOf(cotton, "true"), "availability_country_idx");
  }

  private static void assertIndexed(String plan, String index) {
    assertThat(RunningPostgres.rowsOf(plan))
        .anyMatch(line -> line.contains(index))
        .noneMatch(line -> line.contains("Seq Scan"));
  }

  /** As it asks for those with a price near a place, and in the whole country. */
  private static String planOf(UUID commodity, String where) {
    return """
    EXPLAIN SELECT * FROM trade_desk.availability
    WHERE commodity_id = '%s' AND status = 'ACTIVE' AND country IN ('IN') AND %s
      AND price_per_base_unit <= 146 AND expires_at > now()
    ORDER BY price_per_base_unit, id LIMIT 1000
    """
        .formatted(commodity, where);
  }

  @Test
  void an_offer_finds_the_requirements_of_its_place_among_many_with_higher_budgets() {
    UUID cotton = market.cotton(false);
    UUID buyer = market.partner();
    UUID place = market.place("Hubli", "Karnataka", "29", "15.3647", "75.1240");
    UUID copied = activeWish(market, buyer, wish(cotton, place, "100", "500", "52000.00"));
    RunningPostgres.execute(copiesOfWish(copied));
    RunningPostgres.execute("ANALYZE trade_desk.requirement");

    UUID offer = activeOffer(market, market.partner(), offer(cotton, place, "600", "50000.00"));

    assertThat(matchOf(buyer, copied)).isNotNull();
    assertThat(
            internal()
                .get("/api/v1/availabilities/" + offer + "/matches")
                .jsonPath()
                .getList("items"))
        .hasSize(1);
    assertThat(RunningPostgres.rowsOf(planOfWanted(cotton)))
        .anyMatch(line -> line.contains("requirement_reach_idx"))
        .noneMatch(line -> line.contains("Seq Scan"));
  }

  /**
   * Like the given one, of other buyers who pay more, in twenty other states; no test expires them.
   */
  private static String copiesOfWish(UUID wish) {
    return """
    INSERT INTO trade_desk.requirement
    SELECT (copy).* FROM (
      SELECT jsonb_populate_record(r, jsonb_build_object(
               'id', gen_random_uuid(), 'number', 'REQ-' || n, 'buyer_id', gen_random_uuid(), 'expires_at', now() + interval '10 years',
               'reach', jsonb_build_array('IN/any', 'IN/' || (n %% 20)),
               'max_price_per_base_unit', r.max_price_per_base_unit + 1)) AS copy
      FROM trade_desk.requirement r, generate_series(1, %d) n WHERE r.id = '%s') copies
    """
        .formatted(POSTS, wish);
  }

  /** As {@code Requirements.wantedOf} asks. */
  private static String planOfWanted(UUID commodity) {
    return """
    EXPLAIN SELECT * FROM trade_desk.requirement
    WHERE commodity_id = '%s' AND status IN ('ACTIVE', 'PARTIALLY_FULFILLED')
      AND max_price_per_base_unit >= 140 AND expires_at > now()
      AND max_quantity > purchased_quantity + committed_quantity AND reach && '{IN/29,IN/none}'
    ORDER BY max_price_per_base_unit DESC, id LIMIT 1000
    """
        .formatted(commodity);
  }

  /**
   * Like the given one, of other sellers, in twenty states, four hundred squares and at as many
   * prices; no test expires them.
   */
  private static String copies(UUID offer) {
    return """
    INSERT INTO trade_desk.availability
    SELECT (copy).* FROM (
      SELECT jsonb_populate_record(a, jsonb_build_object(
               'id', gen_random_uuid(), 'seller_id', gen_random_uuid(), 'total_quantity', 600, 'expires_at', now() + interval '10 years', 'state_code', (n %% 20)::text, 'cell', n %% 400,
               'price_per_base_unit', a.price_per_base_unit + n / 100000.0)) AS copy
      FROM trade_desk.availability a, generate_series(1, %d) n WHERE a.id = '%s') copies
    """
        .formatted(POSTS, offer);
  }

  /** As {@code Availabilities.onOfferFor} asks for those with a price and a state. */
  private static String plan(UUID commodity) {
    return """
    EXPLAIN (ANALYZE, TIMING OFF) SELECT * FROM trade_desk.availability
    WHERE commodity_id = '%s' AND status = 'ACTIVE' AND country IN ('IN') AND state_code IN ('7')
      AND price_per_base_unit <= 146 AND expires_at > now()
    ORDER BY price_per_base_unit, id LIMIT 1000
    """
        .formatted(commodity);
  }

  /** What the scan of the index brought. */
  private static long rowsRead(List<String> plan) {
    return plan.stream()
        .filter(line -> line.contains("availability_matching_idx"))
        .map(line -> line.replaceAll(".*actual rows=(\\d+).*", "$1"))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElseThrow();
  }
}
