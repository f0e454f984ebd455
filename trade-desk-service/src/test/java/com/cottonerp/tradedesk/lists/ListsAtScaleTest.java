package com.cottonerp.tradedesk.lists;

import static com.cottonerp.tradedesk.testkit.Desk.as;
import static com.cottonerp.tradedesk.testkit.Desk.internal;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
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
  private static final int DEFAULT = 10_000;
  private static final int ROWS = Integer.getInteger("lists.rows", DEFAULT);

  /** A time before that of every thing that a test makes, as the begin of a UUIDv7. */
  private static final long YEAR_2020 = 1_577_836_800_000L;

  private static final Map<String, String> TABLES =
      Map.of(
          "trade", "COMPLETED",
          "availability", "SOLD",
          "requirement", "FULFILLED",
          "negotiation", "REJECTED",
          "match", "CLOSED");

  private final Statements statements = new Statements();

  @Inject Market market;

  /** What Hibernate sends. */
  private static final class Statements extends Handler {
    private static final Logger SQL = Logger.getLogger("org.hibernate.SQL");
    private final List<String> sent = new CopyOnWriteArrayList<>();

    void listen() {
      SQL.setLevel(Level.FINE);
      SQL.addHandler(this);
    }

    @Override
    public void publish(LogRecord statement) {
      sent.add(statement.getMessage());
    }

    @Override
    public void flush() {
      // Nothing is kept back.
    }

    @Override
    public void close() {
      SQL.removeHandler(this);
      SQL.setLevel(null);
    }
  }

  @BeforeEach
  void listen() {
    statements.listen();
    // WHY a function: a driver does not send a statement without the parameters that it names.
    RunningPostgres.execute(
        """
        CREATE OR REPLACE FUNCTION trade_desk.explained(query text) RETURNS SETOF text LANGUAGE plpgsql AS $$
        BEGIN RETURN QUERY EXECUTE 'EXPLAIN (GENERIC_PLAN) ' || query; END $$""");
  }

  @AfterEach
  void forget() {
    statements.close();
    RunningPostgres.execute("DROP FUNCTION trade_desk.explained(text)");
    TABLES
        .keySet()
        .forEach(
            table ->
                RunningPostgres.execute(
                    "DELETE FROM trade_desk.%s WHERE id::text LIKE '016f%%-7000-8%%'"
                        .formatted(table)));
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
    statements.sent.clear();
    long begin = System.nanoTime();
    caller.get("/api/v1/" + list).then().statusCode(200);
    long took = (System.nanoTime() - begin) / 1_000_000;
    List<String> asked =
        // A sweeper that runs at the same time asks for ids only.
        statements.sent.stream()
            .filter(sql -> sql.contains(" from " + table + " ") && sql.contains(".event_sequence"))
            .toList();
    assertThat(asked).as(list).isNotEmpty();
    for (String sql : asked) {
      List<String> plan =
          RunningPostgres.rowsOf(
              "SELECT trade_desk.explained($sql$%s$sql$)".formatted(inSchema(sql)));
      if (ROWS > DEFAULT) {
        System.out.printf("%s (%d ms)%n  %s%n", list, took, String.join("\n  ", plan));
      }
      assertThat(plan).as(list).noneMatch(line -> line.contains("Seq Scan on " + table));
    }
  }

  private static String inSchema(String sql) {
    return sql.replaceAll(" (from|join) (\\w+) ", " $1 trade_desk.$2 ");
  }

  /** One row in five hundred is the partner's. */
  private static void fill(String table, String status, UUID partner) {
    RunningPostgres.execute(
        """
        INSERT INTO trade_desk.%1$s
        SELECT made.* FROM generate_series(1, %2$d) i,
          LATERAL jsonb_populate_record((SELECT one FROM trade_desk.%1$s one ORDER BY id DESC LIMIT 1), jsonb_build_object(
            'id', lpad(to_hex(%3$d + i), 12, '0') || '70008' || substr(md5(i::text), 1, 15),
            'number', '%1$s-' || i, 'status', '%4$s', 'value', i, 'trade_date', date '2020-01-01' + i %% 1500,
            'requirement_id', gen_random_uuid(), 'availability_id', gen_random_uuid(), 'match_id', gen_random_uuid(),
            'negotiation_id', gen_random_uuid(), 'commodity_id', md5('c' || i %% 50), 'last_offer_by', 'BUY',
            'proposed_at', timestamptz '2020-01-01' + i * interval '1 second',
            'buyer_id', CASE WHEN i %% 500 = 0 THEN '%5$s' ELSE md5('b' || i %% 400) END,
            'seller_id', CASE WHEN i %% 500 = 0 THEN '%5$s' ELSE md5('s' || i %% 400) END)) made"""
            .formatted(table, ROWS, YEAR_2020, status, partner));
    RunningPostgres.execute("ANALYZE trade_desk." + table);
  }
}
