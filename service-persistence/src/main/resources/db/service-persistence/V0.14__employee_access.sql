-- Who may act for which partner, and who may no more, as events of partners say. Played again, an event changes nothing.
CREATE TABLE employee_access (
  partner_id uuid    NOT NULL,
  user_id    text    NOT NULL,
  allowed    boolean NOT NULL,
  sequence   bigint  NOT NULL,
  PRIMARY KEY (partner_id, user_id)
);
CALL audit_not(ARRAY['employee_access'], 'follows the employees of partners');
