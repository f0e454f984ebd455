package com.cottonerp.runner.soak;

import java.util.List;

/**
 * A rule between tables, of one service or of two, that must hold when the system is at rest.
 *
 * @param violations a query for the rows that break the rule, described in words
 */
record BusinessRule(String name, String violations) {
  static final String UNJUDGED_POSTS =
      """
      SELECT 'the offer ' || id || ' waits for risk' FROM trade_desk.availability WHERE status = 'PENDING_RISK'
      UNION ALL
      SELECT 'the requirement ' || id || ' waits for risk' FROM trade_desk.requirement WHERE status = 'PENDING_RISK'
      """;

  // A sweep closes them, up to ten seconds later.
  static final String MATCHES_OF_ENDED_POSTS =
      """
      SELECT 'the match ' || m.id || ' is open, and a post of it has ended' FROM trade_desk.match m
      WHERE m.status IN ('PROPOSED', 'CLEARED')
        AND (EXISTS (SELECT FROM trade_desk.availability a
                     WHERE a.id = m.availability_id AND a.status IN ('SOLD', 'EXPIRED', 'CANCELLED', 'BLOCKED'))
             OR EXISTS (SELECT FROM trade_desk.requirement r
                        WHERE r.id = m.requirement_id AND r.status IN ('FULFILLED', 'EXPIRED', 'CANCELLED', 'BLOCKED')))
      """;

  static final List<BusinessRule> ALL =
      List.of(
          new BusinessRule(
              "Stock adds up",
              """
              SELECT to_jsonb(a)::text FROM trade_desk.availability a
              WHERE total_quantity <> available_quantity + reserved_quantity + sold_quantity
              """),
          new BusinessRule(
              "What is reserved is the sum of the reservations that hold",
              """
              SELECT a.id || ' has reserved ' || a.reserved_quantity || ', held is ' || coalesce(held.quantity, 0)
              FROM trade_desk.availability a
              LEFT JOIN (SELECT availability_id, sum(quantity) AS quantity FROM trade_desk.reservation
                         WHERE status = 'HELD' GROUP BY availability_id) held ON held.availability_id = a.id
              WHERE a.reserved_quantity <> coalesce(held.quantity, 0)
              """),
          new BusinessRule(
              "What is sold is the sum of the trades that stand",
              """
              SELECT a.id || ' has sold ' || a.sold_quantity || ', traded is ' || coalesce(traded.quantity, 0)
              FROM trade_desk.availability a
              LEFT JOIN (SELECT availability_id, sum(quantity) AS quantity FROM trade_desk.trade
                         WHERE status <> 'CANCELLED' GROUP BY availability_id) traded ON traded.availability_id = a.id
              WHERE a.sold_quantity <> coalesce(traded.quantity, 0)
              """),
          new BusinessRule(
              "What is purchased is the sum of the trades that stand",
              """
              SELECT r.id || ' has purchased ' || r.purchased_quantity || ', traded is ' || coalesce(traded.quantity, 0)
              FROM trade_desk.requirement r
              LEFT JOIN (SELECT requirement_id, sum(wish_quantity) AS quantity FROM trade_desk.trade
                         WHERE status <> 'CANCELLED' GROUP BY requirement_id) traded ON traded.requirement_id = r.id
              WHERE r.purchased_quantity <> coalesce(traded.quantity, 0)
              """),
          new BusinessRule(
              "G10: risk knows the open positions of the trade desk, and no others",
              """
              SELECT coalesce(own.id, theirs.position_id) || ': the trade desk has ' || coalesce(own.value::text, 'none')
                     || ', risk has ' || coalesce(theirs.value::text, 'none')
              FROM (SELECT * FROM trade_desk.position WHERE open) own
              FULL JOIN risk.open_position theirs ON theirs.position_id = own.id
              WHERE own.id IS NULL OR theirs.position_id IS NULL OR own.value <> theirs.value
                    OR own.open_quantity <> theirs.open_quantity OR own.partner_id <> theirs.partner_id
              """),
          new BusinessRule(
              "Exposure is the value of the open trades",
              """
              SELECT p.partner_id || ' has exposure ' || p.exposure || ', its open trades are worth ' || coalesce(bound.value, 0)
              FROM risk.partner_risk_profile p
              LEFT JOIN (SELECT party, sum(value) AS value
                         FROM (SELECT buyer_id AS party, value, status FROM trade_desk.trade
                               UNION ALL SELECT seller_id, value, status FROM trade_desk.trade) sides
                         WHERE status NOT IN ('COMPLETED', 'CANCELLED') GROUP BY party) bound ON bound.party = p.partner_id
              WHERE p.exposure <> coalesce(bound.value, 0)
              """),
          new BusinessRule("Every post is judged", UNJUDGED_POSTS),
          new BusinessRule(
              "A trade is made once of a negotiation that was accepted",
              """
              SELECT t.number || ' of a negotiation that is ' || n.status
              FROM trade_desk.trade t JOIN trade_desk.negotiation n ON n.id = t.negotiation_id
              WHERE n.status <> 'ACCEPTED'
              """),
          new BusinessRule(
              "G9: the trade desk knows each term of trade, whatever was discarded of it",
              """
              SELECT t.id || ' is ' || t.name || ', active: ' || t.active || '; the trade desk knows '
                     || coalesce(k.name || ', active: ' || k.active, 'nothing')
              FROM settings.trade_term t LEFT JOIN trade_desk.trade_terms k ON k.term_id = t.id
              WHERE k.term_id IS NULL OR k.active <> t.active OR k.name <> t.name
              """),
          new BusinessRule(
              "The trade desk knows the status of each partner",
              """
              SELECT p.id || ' is ' || p.status || ', the trade desk knows ' || coalesce(d.status, 'nothing')
              FROM partners.business_partner p
              LEFT JOIN trade_desk.partner_directory d ON d.partner_id = p.id
              WHERE upper(d.status) IS DISTINCT FROM upper(p.status)
              """));
}
