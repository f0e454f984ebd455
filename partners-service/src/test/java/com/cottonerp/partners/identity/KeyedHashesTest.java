package com.cottonerp.partners.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyedHashesTest {
  private final KeyedHashes hashes = new KeyedHashes("0123456789abcdef0123456789abcdef");

  @Test
  void the_same_identity_written_differently_has_the_same_keys() {
    IdentityKeys one = hashes.of("AAACA1234F", null, "+91 98765 43210", "a@acme.example", null);
    IdentityKeys other = hashes.of(" aaaca1234f ", null, "098765-43210", "b@ACME.example", null);

    assertThat(one).isEqualTo(other);
  }

  @Test
  void a_key_does_not_show_what_it_was_made_from() {
    assertThat(hashes.ofIdentifier("AAACA1234F")).hasSize(64).doesNotContain("AAACA1234F");
  }

  @Test
  void another_secret_makes_another_key() {
    KeyedHashes others = new KeyedHashes("another-secret-0123456789abcdef012");

    assertThat(others.ofIdentifier("AAACA1234F")).isNotEqualTo(hashes.ofIdentifier("AAACA1234F"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gmail.com", "yahoo.co.in", "yahoo.in", "yahoo.co.uk", "ymail.com", "hotmail.fr",
            "outlook.in",
        "live.co.uk", "rediffmail.com", "icloud.com", "gmx.de", "yandex.ru", "mail.com",
            "GMAIL.com",
        "protonmail.ch", "zoho.in", "bsnl.in"
      })
  void a_domain_of_free_mail_links_nobody_in_no_country(String domain) {
    assertThat(hashes.of(null, null, "1234567", "acme@" + domain, null).emailDomain()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"acme.example", "yahoo-cotton.in", "gmail.acme.co.in", "cotton.co.in"})
  void a_domain_of_a_firm_links(String domain) {
    assertThat(hashes.of(null, null, null, "a@" + domain, null).emailDomain()).isEqualTo(domain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "98250-11111",
        "+91 (0)98250 11111",
        "098250 11111",
        "0091 98250 11111",
        "+919825011111",
        "91 98250 11111",
        "9825011111"
      })
  void one_phone_number_in_any_spelling_has_one_key(String phone) {
    assertThat(hashes.of(null, null, phone, "a@b.example", null).phoneKey())
        .isEqualTo(hashes.of(null, null, "+91 98250 11111", "a@b.example", null).phoneKey());
  }

  @Test
  void one_bank_account_has_one_key_at_every_branch_of_its_bank() {
    String key = hashes.ofIdentifier(KeyedHashes.account("501000123456", "HDFC0001234"));

    assertThat(hashes.ofIdentifier(KeyedHashes.account("00501000123456", "HDFC0009999")))
        .isEqualTo(key);
    assertThat(hashes.ofIdentifier(KeyedHashes.account("501000123456", "SBIN0001234")))
        .isNotEqualTo(key);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "   ", "       ", "0000000", "+() --- ", "12-34", "٠٩٨٧٦٥٤٣"})
  void a_phone_number_without_digits_is_nobodys(String phone) {
    assertThat(hashes.of(null, null, phone, "a@acme.example", null).phoneKey()).isNull();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "\t\n", "\u00a0\u3000"})
  void a_blank_identifier_is_nobodys(String identifier) {
    assertThat(hashes.ofIdentifier(identifier)).isNull();
  }

  @Test
  void each_secret_has_an_id_that_does_not_show_it() {
    KeyedHashes others = new KeyedHashes("another-secret-0123456789abcdef012");

    assertThat(hashes.keyId()).hasSize(8).isNotEqualTo(others.keyId());
    assertThat(hashes.of("AAACA1234F", null, null, "a@b.example", null).hashKeyId())
        .isEqualTo(hashes.keyId());
  }

  @Test
  void a_short_secret_is_refused() {
    assertThatThrownBy(() -> new KeyedHashes("short")).hasMessageContaining("PII_HASH_KEY");
  }
}
