package com.cottonerp.partners.documents;

import com.cottonerp.defaults.india.Gstin;
import com.cottonerp.partners.documenttypes.DocumentType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the fields of a document type in its text, line by line. The time grows with the length of
 * the text only, whatever an uploader wrote. Pure.
 */
final class DocumentFields {
  /** Fields of which not everybody may see the whole. */
  static final Set<String> IDENTIFIERS = Set.of("gstin", "pan_number", "account_number");

  private static final Pattern GSTIN =
      Pattern.compile("\\b\\d{2}[A-Z]{5}\\d{4}[A-Z][A-Z0-9]Z[A-Z0-9]\\b");
  private static final Pattern PAN = Pattern.compile("\\b[A-Z]{5}\\d{4}[A-Z]\\b");
  private static final Pattern IFSC = Pattern.compile("\\b[A-Z]{4}0[A-Z0-9]{6}\\b");
  private static final Pattern ACCOUNT = Pattern.compile("\\b\\d{9,18}\\b");

  /** "1. Legal Name X" in form GST REG-06; "Legal name of business: X" elsewhere. */
  private static final Pattern LEGAL_NAME =
      Pattern.compile(
          "(?i)(?:\\d{1,2}\\s?[.)]\\s?)?legal name\\b(?: of (?:the )?business)?\\s*[:\\-]?");

  /** The next item of the form: the one before it was left empty. */
  private static final Pattern ITEM =
      Pattern.compile("(?i)(?:\\d{1,2}\\s?[.)]|trade name|additional trade|constitution of).*");

  /** Of several dates on a certificate, the one from which it is valid. */
  private static final List<Pattern> REGISTERED_ON =
      List.of(
          label("period of validity(?:\\s*[:\\-])?(?:\\s*from)?"),
          label("(?:effective )?date of registration"),
          label("date of liability"),
          label("date of issue(?: of (?:the )?certificate)?"));

  private static final Pattern OWNER = Pattern.compile("(?i)owner(?:'s)? name\\s*[:\\-]");
  private static final Pattern VEHICLE =
      Pattern.compile("\\b[A-Z]{2}\\s?\\d{2}\\s?[A-Z]{1,2}\\s?\\d{4}\\b");
  private static final List<String> BANKS =
      List.of(
          "State Bank of India",
          "HDFC Bank",
          "ICICI Bank",
          "Axis Bank",
          "Punjab National Bank",
          "Bank of Baroda",
          "Canara Bank",
          "Union Bank of India",
          "Kotak Mahindra Bank",
          "IndusInd Bank");

  private DocumentFields() {}

  static Extraction read(DocumentType type, String text) {
    TextLines lines = TextLines.of(text);
    return switch (type) {
      case GST_CERTIFICATE -> gstCertificate(lines);
      case PAN_CARD -> panCard(lines);
      case BANK_PROOF, CANCELLED_CHEQUE, BANK_STATEMENT -> bankProof(lines);
      case VEHICLE_RC -> vehicleRegistration(lines);
      default -> new Extraction(Map.of(), BigDecimal.ZERO, null);
    };
  }

  private static Extraction gstCertificate(TextLines text) {
    Map<String, String> fields = new LinkedHashMap<>();
    text.first(GSTIN)
        .ifPresent(
            gstin -> {
              fields.put("gstin", gstin);
              fields.put("pan_number", Gstin.panOf(gstin));
            });
    text.behind(LEGAL_NAME)
        .filter(name -> !ITEM.matcher(name).matches())
        .ifPresent(name -> fields.put("legal_name", name));
    registeredOn(text).ifPresent(date -> fields.put("registration_date", date.toString()));
    return found(fields, 4);
  }

  private static Optional<LocalDate> registeredOn(TextLines text) {
    return REGISTERED_ON.stream()
        .map(label -> text.behind(label).flatMap(PaperDates::in))
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> text.first(PaperDates::in));
  }

  private static Pattern label(String words) {
    return Pattern.compile("(?i)(?:\\d{1,2}\\s?[.)]\\s?)?" + words + "\\s*[:\\-]?");
  }

  private static Extraction panCard(TextLines text) {
    Map<String, String> fields = new LinkedHashMap<>();
    text.first(PAN).ifPresent(pan -> fields.put("pan_number", pan));
    PanHolder.in(text).ifPresent(name -> fields.put("name", name));
    return found(fields, 2);
  }

  private static Extraction bankProof(TextLines text) {
    Map<String, String> fields = new LinkedHashMap<>();
    text.first(IFSC).ifPresent(ifsc -> fields.put("ifsc", ifsc));
    text.first(ACCOUNT).ifPresent(account -> fields.put("account_number", account));
    text.first(DocumentFields::bank).ifPresent(bank -> fields.put("bank_name", bank));
    return found(fields, 3);
  }

  private static Optional<String> bank(String line) {
    String lower = line.toLowerCase(Locale.ROOT);
    return BANKS.stream().filter(bank -> lower.contains(bank.toLowerCase(Locale.ROOT))).findFirst();
  }

  private static Extraction vehicleRegistration(TextLines text) {
    Map<String, String> fields = new LinkedHashMap<>();
    text.first(VEHICLE)
        .ifPresent(number -> fields.put("registration_number", number.replaceAll("\\s", "")));
    text.behind(OWNER).ifPresent(name -> fields.put("owner_name", name));
    return found(fields, 2);
  }

  private static Extraction found(Map<String, String> fields, int expected) {
    BigDecimal confidence =
        BigDecimal.valueOf(fields.size())
            .divide(BigDecimal.valueOf(expected), 2, RoundingMode.HALF_UP);
    return new Extraction(fields, confidence, fields.isEmpty() ? "No known field was found" : null);
  }
}
