package com.cottonerp.runner;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;

/** The business journey so far, step by step, with each event's way and time. */
final class Demo {
  private static final List<String> PAPERS =
      List.of("gst_certificate", "pan_card", "address_proof");
  private static final String APPROVE =
      """
      {"decision": "approve", "creditLimit": {"amount": "5000000.00", "currency": "INR"}, "paymentTermsDays": 30}
      """;

  private final String partners;
  private final ApiClient applicant;
  private final ApiClient manager;
  private final ApiClient director;
  private final EventTrail trail;
  private int step;

  Demo(SystemFile system, DevelopmentIssuer issuer) {
    this.partners = system.services().get("partners-service").url() + "/api/v1";
    this.applicant = new ApiClient(issuer.token("asha-the-applicant"));
    this.manager = new ApiClient(issuer.token("meera-the-manager"));
    this.director = new ApiClient(issuer.token("dev-the-director"));
    this.trail =
        new EventTrail(
            manager,
            system.services().get(Program.RELAY).url(),
            system.services().get("trade-desk-service").url());
  }

  /** True when every step went as it should. */
  boolean play() {
    try {
      String ginner = approvedByManager();
      String exporter = approvedAutomatically();
      rejectedByDirector();
      location(ginner);
      suspension(exporter);
      System.out.printf("%nDone. %s%n", trail.medianReport());
      return true;
    } catch (IllegalStateException failure) {
      System.err.println("\nThe journey stopped: " + failure.getMessage());
      return false;
    }
  }

  private String approvedByManager() {
    DemoApplicant ginner =
        DemoApplicant.of(
            "Saurashtra Ginning", "partnership", LocalDate.now().minusYears(3), "Rajkot");
    say("Saurashtra Ginning applies, hands in its papers, and a reviewer verifies them");
    String application = apply(ginner, PAPERS);
    say("It is submitted: the score decides who decides");
    JsonNode submitted = submit(application);
    note("score %s, %s, route %s", submitted, "score", "category", "route");
    say("The manager approves: PartnerCreated and PartnerApproved in one transaction");
    return inDirectory(decide(manager, application, APPROVE).path("partnerId").asText());
  }

  private String approvedAutomatically() {
    DemoApplicant exporter =
        DemoApplicant.of(
            "Kutch Cotton Exports", "private_limited", LocalDate.now().minusYears(9), "Bhuj");
    say(
        "Kutch Cotton Exports applies with a proof of its bank account and an exporter's code, too");
    String application =
        apply(
            exporter, List.of("gst_certificate", "pan_card", "address_proof", "bank_proof", "iec"));
    say("Everything is verified and the score is high: approved at once");
    JsonNode submitted = submit(application);
    note("score %s, %s, route %s", submitted, "score", "category", "route");
    return inDirectory(submitted.path("partnerId").asText());
  }

  private void rejectedByDirector() {
    DemoApplicant trader =
        DemoApplicant.of(
            "Overnight Traders", "proprietorship", LocalDate.now().minusMonths(2), "Surat");
    say("Overnight Traders applies; it is two months old, so a director decides");
    String application = apply(trader, PAPERS);
    JsonNode submitted = submit(application);
    note("score %s, %s, route %s", submitted, "score", "category", "route");
    say("The director rejects");
    decide(director, application, "{\"decision\": \"reject\", \"notes\": \"No trading history\"}");
    trail.printPublished(application, 7);
  }

  private void location(String partnerId) {
    say("Saurashtra Ginning gets a warehouse");
    manager
        .post(
            partners + "/partners/" + partnerId + "/locations",
            """
            {"type": "warehouse", "name": "Gondal warehouse", "address": {"line": "Highway 27", "city": "Gondal",
             "state": "Gujarat", "postalCode": "360311", "country": "IN", "latitude": 21.96, "longitude": 70.80}}
            """)
        .expect(201);
    trail.printPublished(partnerId, 2);
    JsonNode entry = trail.awaitDirectory(partnerId, 3);
    System.out.printf("      known places: %s%n", entry.path("locations").findValuesAsText("name"));
  }

  private void suspension(String partnerId) {
    say("Kutch Cotton Exports is suspended; the trade desk knows without asking anybody");
    manager
        .post(
            partners + "/partners/" + partnerId + "/suspension",
            "{\"reason\": \"Payment overdue for 60 days\"}")
        .expect(200);
    trail.printPublished(partnerId, 2);
    trail.awaitDirectory(partnerId, 3);
  }

  private String apply(DemoApplicant company, List<String> papers) {
    String applications = partners + "/partner-applications";
    String id = applicant.post(applications, company.json()).expect(201).text("id");
    for (String paper : papers) {
      String documents = applications + "/" + id + "/documents";
      ApiClient.Answer document =
          applicant.upload(documents, paper, company.documentText(paper)).expect(201);
      manager
          .post(
              documents + "/" + document.text("id") + "/verification", "{\"decision\": \"verify\"}")
          .expect(200);
    }
    trail.printPublished(id, 0);
    return id;
  }

  private JsonNode submit(String application) {
    return applicant
        .post(partners + "/partner-applications/" + application + "/submission", "")
        .expect(200)
        .body();
  }

  private JsonNode decide(ApiClient approver, String application, String decision) {
    return approver
        .post(partners + "/partner-applications/" + application + "/decision", decision)
        .expect(200)
        .body();
  }

  private String inDirectory(String partnerId) {
    trail.printPublished(partnerId, 0);
    trail.awaitDirectory(partnerId, 2);
    return partnerId;
  }

  private void say(String what) {
    System.out.printf("%n%2d  %s%n", ++step, what);
  }

  private static void note(String format, JsonNode body, String... fields) {
    Object[] values = List.of(fields).stream().map(field -> body.path(field).asText()).toArray();
    System.out.printf("      " + format + "%n", values);
  }
}
