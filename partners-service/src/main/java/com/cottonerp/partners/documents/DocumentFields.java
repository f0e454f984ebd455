package com.cottonerp.partners.documents;

import com.cottonerp.partners.identity.IndianIdentifiers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the fields of a document type in its text. Pure. */
final class DocumentFields {
  private static final Pattern GSTIN =
      Pattern.compile("\\b\\d{2}[A-Z]{5}\\d{4}[A-Z][A-Z0-9]Z[A-Z0-9]\\b");
  private static final Pattern PAN = Pattern.compile("\\b[A-Z]{5}\\d{4}[A-Z]\\b");
  private static final Pattern IFSC = Pattern.compile("\\b[A-Z]{4}0[A-Z0-9]{6}\\b");
  private static final Pattern ACCOUNT = Pattern.compile("\\b\\d{9,18}\\b");
  private static final Pattern DATE = Pattern.compile("\\b(\\d{2})[-/](\\d{2})[-/](\\d{4})\\b");
  private static final Pattern LEGAL_NAME =
      Pattern.compile("(?im)^\\s*legal name(?: of business)?\\s*[:\\-]\\s*(.+?)\\s*$");
  private static final Pattern OWNER =
      Pattern.compile("(?im)^\\s*owner(?:'s)? name\\s*[:\\-]\\s*(.+?)\\s*$");
  private static final Pattern CAPITALS = Pattern.compile("(?m)^\\s*([A-Z][A-Z .&]{5,})\\s*$");
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
    return switch (type) {
      case GST_CERTIFICATE -> gstCertificate(text);
      case PAN_CARD -> panCard(text);
      case BANK_PROOF, CANCELLED_CHEQUE, BANK_STATEMENT -> bankProof(text);
      case VEHICLE_RC -> vehicleRegistration(text);
      default -> new Extraction(Map.of(), BigDecimal.ZERO, null);
    };
  }

  private static Extraction gstCertificate(String text) {
    Map<String, String> fields = new LinkedHashMap<>();
    first(GSTIN, text)
        .ifPresent(
            gstin -> {
              fields.put("gstin", gstin);
              fields.put("pan_number", IndianIdentifiers.panOf(gstin));
            });
    group(LEGAL_NAME, text).ifPresent(name -> fields.put("legal_name", name));
    Matcher date = DATE.matcher(text);
    if (date.find()) {
      fields.put("registration_date", date.group(3) + "-" + date.group(2) + "-" + date.group(1));
    }
    return found(fields, 4);
  }

  private static Extraction panCard(String text) {
    Map<String, String> fields = new LinkedHashMap<>();
    first(PAN, text).ifPresent(pan -> fields.put("pan_number", pan));
    group(CAPITALS, text)
        .filter(line -> !PAN.matcher(line).find())
        .ifPresent(name -> fields.put("name", name.strip()));
    return found(fields, 2);
  }

  private static Extraction bankProof(String text) {
    Map<String, String> fields = new LinkedHashMap<>();
    first(IFSC, text).ifPresent(ifsc -> fields.put("ifsc", ifsc));
    first(ACCOUNT, text).ifPresent(account -> fields.put("account_number", account));
    BANKS.stream()
        .filter(
            bank ->
                text.toLowerCase(java.util.Locale.ROOT)
                    .contains(bank.toLowerCase(java.util.Locale.ROOT)))
        .findFirst()
        .ifPresent(bank -> fields.put("bank_name", bank));
    return found(fields, 3);
  }

  private static Extraction vehicleRegistration(String text) {
    Map<String, String> fields = new LinkedHashMap<>();
    first(VEHICLE, text)
        .ifPresent(number -> fields.put("registration_number", number.replaceAll("\\s", "")));
    group(OWNER, text).ifPresent(name -> fields.put("owner_name", name));
    return found(fields, 2);
  }

  private static Extraction found(Map<String, String> fields, int expected) {
    BigDecimal confidence =
        BigDecimal.valueOf(fields.size())
            .divide(BigDecimal.valueOf(expected), 2, RoundingMode.HALF_UP);
    return new Extraction(fields, confidence, fields.isEmpty() ? "No known field was found" : null);
  }

  private static Optional<String> first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
  }

  private static Optional<String> group(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
