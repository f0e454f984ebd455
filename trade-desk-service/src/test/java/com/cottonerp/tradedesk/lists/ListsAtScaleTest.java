package com.cottonerp.tradedesk.lists;

import static com.cottonerp.tradedesk.testkit.Desk.as;
import static com.cottonerp.tradedesk.testkit.Desk.internal;
import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.platform.testkit.ListPlans;
import com.cottonerp.platform.testkit.ListsAtScale;
import com.cottonerp.tradedesk.testkit.Deal;
import com.cottonerp.tradedesk.testkit.Market;
import com.cottonerp.tradedesk.testkit.RunningPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Lists among many rows: the statements that the lists really send are planned by the database,
 * with 10 000 rows in each table, or as many as {@code -Dlists.rows} says.
 */
@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class ListsAtScaleTest {
  private static final Map<String, String> TABLES =
      Map.of(
          "trade", "COMPLETED",
          "availability", "SOLD",
          "requirement", "FULFILLED",
          "negotiation", "REJECTED",
          "match", "CLOSED");

  @Inject Market market;

  private ListsAtScale lists;

  @BeforeEach
  void listen() {
    lists = new ListsAtScale(RunningPostgres.database());
  }

  @AfterEach
  void forget() {
    lists.close();
  }

  @Test
  void no_list_reads_a_whole_table_whatever_it_is_narrowed_by_and_sorted_by() {
    Deal deal = Deal.in(market);
    deal.traded();
    UUID partner = market.partner();
    TABLES.forEach((table, status) -> fill(table, status, partner));

    String of = "partnerId=" + partner;
    for (String order : List.of("newest", "oldest", "highest", "lowest")) {
      isReadAlongAnIndex(internal(), "trade", "trades?order=" + order);
      isReadAlongAnIndex(internal(), "availability", "availabilities?order=" + order);
      isReadAlongAnIndex(internal(), "requirement", "requirements?order=" + order);
    }
    isReadAlongAnIndex(internal(), "negotiation", "negotiations");
    isReadAlongAnIndex(internal(), "match", "matches");
    for (String filter :
        List.of(
            of,
            "commodityId=" + deal.cotton,
            "createdFrom=2020-01-01&createdTo=2020-01-02",
            of + "&commodityId=" + deal.cotton)) {
      isReadAlongAnIndex(internal(), "availability", "availabilities?" + filter);
      isReadAlongAnIndex(internal(), "requirement", "requirements?" + filter);
    }
    isReadAlongAnIndex(internal(), "trade", "trades?status=disputed");
    isReadAlongAnIndex(internal(), "trade", "trades?tradedFrom=2020-01-01&tradedTo=2020-01-02");
    isReadAlongAnIndex(internal(), "trade", "trades?tradedFrom=2020-01-01&tradedTo=2024-12-31");
    isReadAlongAnIndex(
        internal(), "match", "matches?proposedFrom=2020-01-01&proposedTo=2024-12-31");
    isReadAlongAnIndex(internal(), "trade", "trades?commodityId=" + deal.cotton);
    isReadAlongAnIndex(internal(), "trade", "trades?" + of);
    isReadAlongAnIndex(as(partner), "trade", "trades");
    isReadAlongAnIndex(as(partner), "availability", "availabilities?status=sold");
    isReadAlongAnIndex(as(partner), "requirement", "requirements?status=fulfilled");
    isReadAlongAnIndex(as(partner), "negotiation", "negotiations?waitingFor=me");
    isReadAlongAnIndex(internal(), "negotiation", "negotiations?waitingFor=seller");
    isReadAlongAnIndex(as(partner), "match", "matches");
    isReadAlongAnIndex(internal(), "match", "matches?status=rejected");
    isReadAlongAnIndex(internal(), "match", "matches?postId=" + deal.requirement);
  }

  private void isReadAlongAnIndex(RequestSpecification caller, String table, String list) {
    List<List<String>> read =
        lists.plansOf(list, table, () -> caller.get("/api/v1/" + list).then().statusCode(200));
    assertThat(read).as(list).isNotEmpty();
    assertThat(read).as(list).noneMatch(plan -> ListPlans.readsWholeTable(plan, table));
  }

  /** One row in five hundred is the partner's. */
  private void fill(String table, String status, UUID partner) {
    lists.fill(
        table,
        """
            'number', '%1$s-' || i, 'status', '%2$s', 'value', i, 'trade_date', date '2020-01-01' + i %% 1500,
            'requirement_id', gen_random_uuid(), 'availability_id', gen_random_uuid(), 'match_id', gen_random_uuid(),
            'negotiation_id', gen_random_uuid(), 'commodity_id', md5('c' || i %% 50), 'last_offer_by', 'BUY',
            'proposed_at', timestamptz '2020-01-01' + i * interval '1 second',
            'buyer_id', CASE WHEN i %% 500 = 0 THEN '%3$s' ELSE md5('b' || i %% 400) END,
            'seller_id', CASE WHEN i %% 500 = 0 THEN '%3$s' ELSE md5('s' || i %% 400) END"""
            .formatted(table, status, partner));
  }
}
