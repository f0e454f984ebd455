-- Every assessment of a partner looks for others with the same master or group.
CREATE INDEX partner_profile_master_idx ON partner_profile (master_partner_id) WHERE master_partner_id IS NOT NULL;
CREATE INDEX partner_profile_group_idx ON partner_profile (corporate_group_id) WHERE corporate_group_id IS NOT NULL;
