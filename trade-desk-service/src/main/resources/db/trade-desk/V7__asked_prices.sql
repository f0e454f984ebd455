-- Whether the seller asks for the price: what a buyer would like to pay is not shown to the seller.
ALTER TABLE match ADD COLUMN asked boolean NOT NULL DEFAULT true;
UPDATE match SET asked = false
  WHERE EXISTS (SELECT FROM availability WHERE id = match.availability_id AND price IS NULL);

ALTER TABLE negotiation ADD COLUMN asked boolean NOT NULL DEFAULT true;
UPDATE negotiation SET asked = false
  WHERE EXISTS (SELECT FROM availability WHERE id = negotiation.availability_id AND price IS NULL);

-- Once a trade is made, what is left of both posts may be matched again.
UPDATE match SET status = 'CLOSED'
  WHERE status = 'AGREED'
    AND EXISTS (SELECT FROM trade WHERE requirement_id = match.requirement_id
                                    AND availability_id = match.availability_id);
