package com.cottonerp.runner.soak;

import com.cottonerp.runner.ApiClient;
import com.cottonerp.runner.Gstins;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;

/** Makes companies partners with a warehouse. Thread-safe. */
final class Onboarding {
  static final String PARTNERS = "partners-service";

  private static final List<String> PAPERS =
      List.of("gst_certificate", "pan_card", "address_proof");
  private static final String APPROVE =
      """
      {"decision": "approve", "creditLimit": {"amount": "5000000.00", "currency": "INR"}, "paymentTermsDays": 30}
      """;
  private static final String WAREHOUSE =
      """
      {"type": "warehouse", "name": "Warehouse", "code": "W1", "defaultShipTo": true, "defaultShipFrom": true,
       "address": {"line": "Highway 27", "city": "Gondal", "state": "Gujarat", "postalCode": "360311", "country": "IN",
                   "latitude": 21.96, "longitude": 70.80}}
      """;

  private final PatientClient client;
  private final History history;
  private final PatientClient.As applicant;
  private final PatientClient.As checker;
  private final PatientClient.As manager;
  private final Function<String, PatientClient.As> userOf;

  /**
   * @param userOf gives the user of a partner, by the partner's id
   */
  Onboarding(
      PatientClient client,
      History history,
      PatientClient.As applicant,
      PatientClient.As checker,
      PatientClient.As manager,
      Function<String, PatientClient.As> userOf) {
    this.client = client;
    this.history = history;
    this.applicant = applicant;
    this.checker = checker;
    this.manager = manager;
    this.userOf = userOf;
  }

  /** Leads a company from the application to an approved partner. */
  Trader join(Random chance) {
    String pan = pan(chance);
    String application =
        client
            .post(applicant, PARTNERS, "partner-applications", body(pan, chance))
            .expect(201)
            .text("id");
    history.made("partner-applications", application, "");
    String path = "partner-applications/" + application;
    for (String paper : PAPERS) {
      String document =
          client
              .upload(applicant, path + "/documents", paper, text(paper, pan))
              .expect(201)
              .text("id");
      client
          .post(
              checker,
              PARTNERS,
              path + "/documents/" + document + "/verification",
              "{\"decision\": \"verify\"}")
          .expect(200);
    }
    client.post(applicant, PARTNERS, path + "/submission", "").expect(200);
    ApiClient.Answer decision =
        client.post(manager, PARTNERS, path + "/decision", APPROVE).expect(200);
    String partnerId = decision.text("partnerId");
    history.made("partners", partnerId, "");
    client.post(manager, PARTNERS, "partners/" + partnerId + "/locations", WAREHOUSE).expect(201);
    return new Trader(partnerId, userOf.apply(partnerId));
  }

  private static String pan(Random chance) {
    StringBuilder letters = new StringBuilder();
    chance.ints(5, 'A', 'Z' + 1).forEach(letter -> letters.append((char) letter));
    letters.setCharAt(3, 'F');
    return letters + "%04d".formatted(1 + chance.nextInt(9_998)) + "K";
  }

  private static String body(String pan, Random chance) {
    return """
    {
      "entityClass": "business_entity", "businessEntityType": "partnership", "legalName": "Gondal Ginning",
      "country": "IN", "registrationDate": "2022-04-01", "taxIdType": "gst", "taxIdNumber": "%4$s", "panNumber": "%1$s",
      "bank": {"accountName": "Gondal Ginning", "bankName": "HDFC Bank", "accountNumber": "%5$s",
               "routingCode": "HDFC0001234"},
      "address": {"line": "1 Mill Road", "city": "Gondal", "state": "Gujarat", "postalCode": "360311", "country": "IN"},
      "contact": {"name": "Office", "email": "office@%2$s.example", "phone": "+91 98%3$08d"}
    }
    """
        .formatted(
            pan,
            pan.toLowerCase(Locale.ROOT),
            chance.nextInt(100_000_000),
            Gstins.of("24", pan),
            Gstins.account(pan));
  }

  private static String text(String paper, String pan) {
    return switch (paper) {
      case "gst_certificate" ->
          "GSTIN %s\nLegal name: Gondal Ginning\nDate 01-04-2022".formatted(Gstins.of("24", pan));
      case "pan_card" -> "INCOME TAX DEPARTMENT\n" + pan;
      default -> "Gondal Ginning, 1 Mill Road, Gondal";
    };
  }
}
