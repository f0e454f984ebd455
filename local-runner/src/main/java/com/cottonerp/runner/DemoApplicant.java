package com.cottonerp.runner;

import java.time.LocalDate;
import java.util.Random;

/** A company of the demo. Each company gets a new PAN, so that the demo can be repeated. */
record DemoApplicant(
    String name, String legalForm, LocalDate registeredOn, String city, String pan) {
  private static final Random RANDOM = new Random();

  static DemoApplicant of(String name, String legalForm, LocalDate registeredOn, String city) {
    return new DemoApplicant(name, legalForm, registeredOn, city, newPan(legalForm));
  }

  /** A random PAN of a holder of that legal form: five letters, four digits, a letter. */
  static String newPan(String legalForm) {
    StringBuilder pan = new StringBuilder();
    RANDOM.ints(5, 'A', 'Z' + 1).forEach(letter -> pan.append((char) letter));
    pan.setCharAt(
        3,
        switch (legalForm) {
          case "partnership" -> 'F';
          case "proprietorship" -> 'P';
          default -> 'C';
        });
    return pan.append("%04d".formatted(1 + RANDOM.nextInt(9_998)))
        .append((char) ('A' + RANDOM.nextInt(26)))
        .toString();
  }

  String gstin() {
    return Gstins.of("24", pan);
  }

  /** Of nobody else: one account links two companies. */
  private String account() {
    return Gstins.account(pan);
  }

  String json() {
    return """
    {
      "entityClass": "business_entity", "businessEntityType": "%s", "legalName": "%s", "country": "IN",
      "registrationDate": "%s", "taxIdType": "gst", "taxIdNumber": "%s", "panNumber": "%s",
      "bank": {"accountName": "%s", "bankName": "HDFC Bank", "accountNumber": "%s", "routingCode": "HDFC0001234"},
      "address": {"line": "1 Ginning Mill Road", "city": "%s", "state": "Gujarat", "postalCode": "360001", "country": "IN"},
      "contact": {"name": "Office", "email": "office@%s.example", "phone": "+91 98%08d"}
    }
    """
        .formatted(
            legalForm,
            name,
            registeredOn,
            gstin(),
            pan,
            name,
            account(),
            city,
            pan.toLowerCase(java.util.Locale.ROOT),
            RANDOM.nextInt(100_000_000));
  }

  String documentText(String type) {
    return switch (type) {
      case "gst_certificate" ->
          "GSTIN %s\nLegal name: %s\nDate 01-04-2015".formatted(gstin(), name);
      case "pan_card" -> "INCOME TAX DEPARTMENT\n%s".formatted(pan);
      case "bank_proof" -> "HDFC Bank\nAccount %s\nIFSC HDFC0001234".formatted(account());
      default -> "%s, 1 Ginning Mill Road, %s".formatted(name, city);
    };
  }
}
