-- As whom an employee comes in: an opaque id. Null: nobody said it yet.
ALTER TABLE partner_employee ADD COLUMN user_id text;
