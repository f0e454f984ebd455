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
    IdentityKeys one = hashes.of("AAACA1234F", null, "+91 98765 43210", "a@acme.example");
    IdentityKeys other = hashes.of(" aaaca1234f ", null, "098765-43210", "b@ACME.example");

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

  @Test
  void a_free_mail_domain_links_nobody() {
    assertThat(hashes.of(null, null, "1234567", "acme@gmail.com").emailDomain()).isNull();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "   ", "       ", "0000000", "+() --- ", "12-34", "٠٩٨٧٦٥٤٣"})
  void a_phone_number_without_digits_is_nobodys(String phone) {
    assertThat(hashes.of(null, null, phone, "a@acme.example").phoneKey()).isNull();
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
    assertThat(hashes.of("AAACA1234F", null, null, "a@b.example").hashKeyId())
        .isEqualTo(hashes.keyId());
  }

  @Test
  void a_short_secret_is_refused() {
    assertThatThrownBy(() -> new KeyedHashes("short")).hasMessageContaining("PII_HASH_KEY");
  }
}
