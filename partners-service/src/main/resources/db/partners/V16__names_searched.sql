-- A search for a name reads the partners and the applications that have it, not all.
CREATE INDEX business_partner_words_idx ON business_partner USING gin (search_words(code, legal_name, trade_name));
CREATE INDEX onboarding_application_words_idx ON onboarding_application USING gin (search_words(legal_name, trade_name, ''));
