package com.cottonerp.partners.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.partners.documenttypes.DocumentType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentFieldsTest {
  @Test
  void a_gst_certificate_tells_gstin_pan_name_and_date() {
    Extraction read =
        DocumentFields.read(
            DocumentType.GST_CERTIFICATE,
            "Registration 24AAACA1234F1Z5\nLegal Name: Acme Cotton\nDate 01/04/2015");

    assertThat(read.fields())
        .containsEntry("gstin", "24AAACA1234F1Z5")
        .containsEntry("pan_number", "AAACA1234F")
        .containsEntry("legal_name", "Acme Cotton")
        .containsEntry("registration_date", "2015-04-01");
    assertThat(read.confidence()).isEqualByComparingTo("1");
  }

  @Test
  void a_pan_card_tells_the_number_and_the_first_line_in_capitals() {
    Extraction read = DocumentFields.read(DocumentType.PAN_CARD, "ACME COTTON\nAAACA1234F\n");

    assertThat(read.fields())
        .containsEntry("pan_number", "AAACA1234F")
        .containsEntry("name", "ACME COTTON");
  }

  @Test
  void a_cheque_tells_ifsc_account_and_bank() {
    Extraction read =
        DocumentFields.read(
            DocumentType.CANCELLED_CHEQUE, "hdfc bank IFSC HDFC0001234 A/c 501000123456");

    assertThat(read.fields())
        .containsEntry("ifsc", "HDFC0001234")
        .containsEntry("account_number", "501000123456")
        .containsEntry("bank_name", "HDFC Bank");
  }

  @Test
  void a_registration_number_loses_its_blanks() {
    Extraction read = DocumentFields.read(DocumentType.VEHICLE_RC, "GJ 03 AB 1234");

    assertThat(read.fields()).containsEntry("registration_number", "GJ03AB1234");
  }

  @Test
  void a_text_without_any_known_field_has_no_confidence_and_says_so() {
    Extraction read = DocumentFields.read(DocumentType.PAN_CARD, "a shopping list");

    assertThat(read.fields()).isEmpty();
    assertThat(read.confidence()).isEqualByComparingTo("0");
    assertThat(read.error()).isNotBlank();
  }

  @Test
  void the_name_may_stand_below_its_label() {
    Extraction read =
        DocumentFields.read(
            DocumentType.GST_CERTIFICATE, "Legal Name :\n\n  Acme Cotton \nGujarat");

    assertThat(read.fields()).containsEntry("legal_name", "Acme Cotton");
  }

  @Test
  void a_field_has_no_character_that_cannot_be_seen_or_stored_and_is_not_long() {
    Extraction read =
        DocumentFields.read(
            DocumentType.GST_CERTIFICATE,
            "Legal name: Acme\u0000Cotton\uD800\u202E" + "x".repeat(1_000_000));

    assertThat(read.fields().get("legal_name")).startsWith("Acme Cotton  x").hasSize(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n",
        "\r\n",
        " ",
        "\t",
        "A",
        "A ",
        "9",
        "legal name",
        "legal name ",
        "owner name:\n",
        "AB 12 ",
        "12-",
        "\f",
        "& ."
      })
  @Timeout(60)
  void a_text_of_one_thing_again_and_again_is_read_like_any_other(String part) {
    String text = part.repeat(300_000 / part.length());

    for (DocumentType type : DocumentType.values()) {
      assertThat(DocumentFields.read(type, text).fields().values())
          .allSatisfy(field -> assertThat(field).hasSizeLessThanOrEqualTo(200));
    }
  }
}
