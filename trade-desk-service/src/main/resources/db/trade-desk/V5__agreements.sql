-- What is agreed upon and no trade yet is not wanted from anybody else.
ALTER TABLE requirement
  ADD COLUMN committed_quantity numeric(15, 3) NOT NULL DEFAULT 0 CHECK (committed_quantity >= 0),
  DROP CONSTRAINT requirement_quantities,
  ADD CONSTRAINT requirement_quantities
    CHECK (max_quantity >= min_quantity AND purchased_quantity + committed_quantity <= max_quantity);

-- The agreed quantity in the unit of the requirement.
ALTER TABLE negotiation ADD COLUMN wish_quantity numeric(15, 3);
UPDATE negotiation SET wish_quantity = round(quantity * a.quantity_factor / r.quantity_factor, 3)
FROM availability a, requirement r
WHERE a.id = availability_id AND r.id = requirement_id AND negotiation.status = 'ACCEPTED';
UPDATE requirement r SET committed_quantity = least(agreed.quantity, r.max_quantity - r.purchased_quantity)
FROM (SELECT n.requirement_id, sum(n.wish_quantity) AS quantity
      FROM negotiation n JOIN reservation held ON held.id = n.reservation_id AND held.status = 'HELD'
      WHERE n.status = 'ACCEPTED' GROUP BY n.requirement_id) AS agreed
WHERE agreed.requirement_id = r.id;

-- An agreement that lapsed, or whose trade was cancelled, does not keep the parties from another one.
DROP INDEX negotiation_one_per_match;
CREATE UNIQUE INDEX negotiation_one_per_match ON negotiation (match_id) WHERE status IN ('INITIATED', 'IN_PROGRESS');

-- The most that the parties may agree on: what risk judged. Null where it judged the value itself.
ALTER TABLE match ADD COLUMN highest_value numeric(18, 2);

-- Which of its events the next verdict has to be on; one on an earlier event is out of date.
ALTER TABLE availability ADD COLUMN awaited_sequence bigint NOT NULL DEFAULT 0;
ALTER TABLE requirement ADD COLUMN awaited_sequence bigint NOT NULL DEFAULT 0;
ALTER TABLE match ADD COLUMN awaited_sequence bigint NOT NULL DEFAULT 0;
