-- Partners whose assessment waits until the read models that it rests on are whole.
CREATE TABLE waiting_partner (
  partner_id uuid PRIMARY KEY
);
