package com.cottonerp.partners.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.partners.documenttypes.DocumentType;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentFieldsTest {
  private static final String REG_06 =
      """
      Government of India
      Form GST REG-06
      [See Rule 10(1)]
      Registration Certificate
      Registration Number: 24AAACA1234F1ZG
      1. Legal Name ACME COTTON PRIVATE LIMITED
      2. Trade Name, if any ACME COTTON
      3. Additional trade names, if any
      4. Constitution of Business Private Limited Company
      5. Address of Principal Place of Business 1 Mill Road, Rajkot, Gujarat, 360001
      6. Date of Liability 01/07/2017
      7. Period of Validity From 01/07/2017 To Not Applicable
      8. Type of Registration Regular
      9. Particulars of Approving Authority
      Digitally signed by DS GOODS AND SERVICES TAX NETWORK Date: 2017.09.21
      10. Date of issue of Certificate 21/09/2017
      """;

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INCOME TAX DEPARTMENT\nGOVT. OF INDIA\nACME COTTON\n01/04/2015\nPermanent Account Number\nAAACA1234F",
        "INCOME TAX DEPARTMENT   GOVT. OF INDIA\nACME COTTON\nRAMESH PATEL\n01/04/2015\nAAACA1234F",
        "आयकर विभाग\nINCOME TAX DEPARTMENT\nभारत सरकार\nGOVT. OF INDIA\ne - Permanent Account Number (e-PAN) Card\n"
            + "AAACA1234F\nनाम / Name\nACME COTTON\nपिता का नाम / Father's Name\nRAMESH PATEL",
        "GOVERNMENT OF INDIA\nPERMANENT ACCOUNT NUMBER CARD\nAAACA1234F\nName: ACME COTTON\nDATE OF INCORPORATION",
        "Income Tax Department\nPermanent Account Number\nAAACA1234F\nName / नाम\nACME COTTON\n",
        "MINISTRY OF FINANCE\nCENTRAL BOARD OF DIRECT TAXES\nACME COTTON\nAAACA1234F\nSIGNATURE NOT VERIFIED"
      })
  void a_pan_card_tells_its_holder_whatever_the_heading(String card) {
    Extraction read = DocumentFields.read(DocumentType.PAN_CARD, card);

    assertThat(read.fields())
        .containsEntry("pan_number", "AAACA1234F")
        .containsEntry("name", "ACME COTTON");
  }

  @Test
  void a_card_with_a_heading_and_no_holder_has_no_name_and_less_confidence() {
    Extraction read =
        DocumentFields.read(
            DocumentType.PAN_CARD, "INCOME TAX DEPARTMENT\nGOVT. OF INDIA\nAAACA1234F");

    assertThat(read.fields()).containsOnlyKeys("pan_number");
    assertThat(read.confidence()).isEqualByComparingTo("0.5");
  }

  @Test
  void the_name_of_the_father_is_not_the_holders() {
    assertThat(
            DocumentFields.read(
                    DocumentType.PAN_CARD, "Father's Name\nRAMESH PATEL\nName\nACME COTTON")
                .fields())
        .containsEntry("name", "ACME COTTON");
  }

  @Test
  void form_reg_06_tells_the_legal_name_and_from_when_it_is_valid() {
    Extraction read = DocumentFields.read(DocumentType.GST_CERTIFICATE, REG_06);

    assertThat(read.fields())
        .containsEntry("gstin", "24AAACA1234F1ZG")
        .containsEntry("legal_name", "ACME COTTON PRIVATE LIMITED")
        .containsEntry("registration_date", "2017-07-01");
    assertThat(read.confidence()).isEqualByComparingTo("1");
  }

  @Test
  void form_reg_06_whose_cells_are_lines_tells_the_same() {
    String cells =
        REG_06
            .replace("Legal Name ACME", "Legal Name\nACME")
            .replace("Liability 01", "Liability\n01")
            .replace("Validity From 01", "Validity\nFrom\n01");

    assertThat(DocumentFields.read(DocumentType.GST_CERTIFICATE, cells).fields())
        .containsEntry("legal_name", "ACME COTTON PRIVATE LIMITED")
        .containsEntry("registration_date", "2017-07-01");
  }

  @Test
  void an_empty_legal_name_is_not_the_next_item() {
    assertThat(
            DocumentFields.read(
                    DocumentType.GST_CERTIFICATE,
                    "1. Legal Name\n2. Trade Name, if any ACME COTTON")
                .fields())
        .doesNotContainKey("legal_name");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "01/07/2017 | 2017-07-01",
        "1-7-2017 | 2017-07-01",
        "01.07.2017 | 2017-07-01",
        "2017-07-01 | 2017-07-01",
        "1 July 2017 | 2017-07-01",
        "1st July, 2017 | 2017-07-01",
        "01-Jul-2017 | 2017-07-01",
        "01-JUL-2017 | 2017-07-01",
        "July 1, 2017 | 2017-07-01",
        "Sept 5 2017 | 2017-09-05",
        "29 February 2024 | 2024-02-29",
        "31-13-2015, later 30/11/2015 | 2015-11-30"
      })
  void a_date_is_read_in_every_way_of_writing_it(String written, String date) {
    assertThat(certificateOf(written)).containsEntry("registration_date", date);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "31-13-2015",
        "00/07/2017",
        "31/06/2017",
        "29 February 2023",
        "32 July 2017",
        "1 Jupiter 2017",
        "01/07/0017",
        "July 2017",
        "12345678/01/2017"
      })
  void a_day_that_there_never_was_is_no_date(String written) {
    assertThat(certificateOf(written)).doesNotContainKey("registration_date");
  }

  private static Map<String, String> certificateOf(String date) {
    return DocumentFields.read(DocumentType.GST_CERTIFICATE, "Issued on " + date).fields();
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
        "& .",
        "1. Legal Name ",
        "नाम / Name ",
        "1 July 201",
        "July 1, ",
        "1-1-",
        "INCOME TAX "
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
