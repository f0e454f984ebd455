package com.cottonerp.system.testkit;

import com.cottonerp.runner.ApiClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;

/** A company on its way to becoming a partner, over HTTP. Its PAN is drawn anew. */
public final class Company {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final List<String> PAPERS =
      List.of("gst_certificate", "pan_card", "address_proof");

  private final ApiClient applicant;
  private final ApiClient checker;
  private final ApiClient manager;
  private final String partners;
  private final String pan;
  private String phone = "+91 98%08d".formatted(RANDOM.nextInt(100_000_000));
  private String applicationId;

  public Company(TestSystem system) {
    this.applicant = system.apiOf("an-applicant");
    this.checker = system.apiOf("a-checker");
    this.manager = system.apiOf("a-manager");
    this.partners = system.program("partners-service").url() + "/api/v1";
    StringBuilder letters = new StringBuilder();
    RANDOM.ints(5, 'A', 'Z' + 1).forEach(letter -> letters.append((char) letter));
    letters.setCharAt(3, 'F');
    this.pan = letters + "%04d".formatted(1 + RANDOM.nextInt(9_998)) + "K";
  }

  public UUID applicationId() {
    return UUID.fromString(applicationId);
  }

  public String gstin() {
    return com.cottonerp.runner.Gstins.of("24", pan);
  }

  /** What of it nobody else may read: its numbers, and how to reach it. */
  public List<String> secrets() {
    return List.of(pan, phone, "office@" + pan.toLowerCase(java.util.Locale.ROOT));
  }

  public Company withPhoneOf(Company other) {
    phone = other.phone;
    return this;
  }

  public Company apply() {
    String body =
        """
        {
          "entityClass": "business_entity", "businessEntityType": "partnership", "legalName": "Gondal Ginning",
          "country": "IN", "registrationDate": "2022-04-01", "taxIdType": "gst", "taxIdNumber": "%s", "panNumber": "%s",
          "bank": {"accountName": "Gondal Ginning", "bankName": "HDFC Bank", "accountNumber": "%s",
                   "routingCode": "HDFC0001234"},
          "address": {"line": "1 Mill Road", "city": "Gondal", "state": "Gujarat", "postalCode": "360311", "country": "IN"},
          "contact": {"name": "Office", "email": "office@%s.example", "phone": "%s"}
        }
        """
            .formatted(
                gstin(),
                pan,
                com.cottonerp.runner.Gstins.account(pan),
                pan.toLowerCase(java.util.Locale.ROOT),
                phone);
    applicationId = applicant.post(partners + "/partner-applications", body).expect(201).text("id");
    return this;
  }

  public Company handInVerifiedPapers() {
    String documents = application() + "/documents";
    for (String paper : PAPERS) {
      String id = applicant.upload(documents, paper, text(paper)).expect(201).text("id");
      checker
          .post(documents + "/" + id + "/verification", "{\"decision\": \"verify\"}")
          .expect(200);
    }
    return this;
  }

  public JsonNode submit() {
    return applicant.post(application() + "/submission", "").expect(200).body();
  }

  public ApiClient.Answer decide(ApiClient approver, String decision) {
    return approver.post(application() + "/decision", decision);
  }

  /** The partner that a manager's approval makes of it. */
  public UUID approved() {
    return UUID.fromString(
        decide(
                manager,
                """
                {"decision": "approve", "creditLimit": {"amount": "5000000.00", "currency": "INR"}, "paymentTermsDays": 30}
                """)
            .expect(200)
            .text("partnerId"));
  }

  private String application() {
    return partners + "/partner-applications/" + applicationId;
  }

  private String text(String paper) {
    return switch (paper) {
      case "gst_certificate" ->
          "GSTIN %s\nLegal name: Gondal Ginning\nDate 01-04-2022".formatted(gstin());
      case "pan_card" -> "INCOME TAX DEPARTMENT\n" + pan;
      default -> "Gondal Ginning, 1 Mill Road, Gondal";
    };
  }
}
