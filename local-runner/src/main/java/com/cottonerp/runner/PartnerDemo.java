package com.cottonerp.runner;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;

/** Companies apply, and one company goes through a partner's whole life. */
final class PartnerDemo {
  private static final List<String> PAPERS =
      List.of("gst_certificate", "pan_card", "address_proof");
  private static final String APPROVE =
      """
      {"decision": "approve", "creditLimit": {"amount": "5000000.00", "currency": "INR"}, "paymentTermsDays": 30}
      """;

  private final DemoStage stage;
  private final String partners;
  private String ginner;
  private String exporter;
  private String spinner;
  private long ginnersSequence;

  PartnerDemo(DemoStage stage) {
    this.stage = stage;
    this.partners = stage.api("partners-service");
  }

  /** Four companies apply; three are approved; the ginner's first year is played. */
  void join() {
    ginner = approvedByManager();
    exporter = approvedAutomatically();
    rejectedByDirector();
    ginnersSequence = life(ginner);
    spinner = buyer();
  }

  /** Onboards a company that sells from its warehouse. */
  String seller() {
    String id = approvedByManager();
    warehouse(id);
    return id;
  }

  String ginner() {
    return ginner;
  }

  String spinner() {
    return spinner;
  }

  /** One partner is suspended; another partner leaves. */
  void leave() {
    suspension(exporter);
    farewell(ginner, ginnersSequence);
  }

  /** Onboards a company that buys for its mill. */
  String buyer() {
    stage.say("Ahmedabad Spinners, who will buy, is approved; its mill receives the goods");
    DemoApplicant company =
        DemoApplicant.of(
            "Ahmedabad Spinners", "partnership", LocalDate.now().minusYears(4), "Ahmedabad");
    String application = apply(company, PAPERS);
    submit(application);
    String id = decide(stage.manager, application, APPROVE).path("partnerId").asText();
    stage
        .manager
        .post(
            partners + "/partners/" + id + "/locations",
            """
            {"type": "factory", "name": "Naroda mill", "code": "NRD", "capacity": "9000", "headOffice": true, "defaultShipTo": true,
             "address": {"line": "GIDC Naroda", "city": "Ahmedabad", "state": "Gujarat", "postalCode": "382330", "country": "IN"}}
            """)
        .expect(201);
    return inDirectory(id);
  }

  private String approvedByManager() {
    DemoApplicant ginner =
        DemoApplicant.of(
            "Saurashtra Ginning", "partnership", LocalDate.now().minusYears(3), "Rajkot");
    stage.say(
        "Partners: Saurashtra Ginning applies, hands in its papers, and a reviewer verifies them");
    refusedRegistration(ginner);
    String application = apply(ginner, PAPERS);
    openedDocument(application);
    stage.say("It is submitted: the score decides who decides");
    JsonNode submitted = submit(application);
    DemoStage.note("score %s, %s, route %s", submitted, "/score", "/category", "/route");
    stage.say("The manager approves: PartnerCreated and PartnerApproved in one transaction");
    return inDirectory(decide(stage.manager, application, APPROVE).path("partnerId").asText());
  }

  private void refusedRegistration(DemoApplicant company) {
    String gstin = company.gstin();
    char last = gstin.charAt(gstin.length() - 1);
    String mistyped = gstin.substring(0, gstin.length() - 1) + (last == 'A' ? 'B' : 'A');
    stage.say("With a mistake in its GSTIN it is refused, and the refusal says which");
    JsonNode refused =
        stage
            .applicant
            .post(partners + "/partner-applications", company.json().replace(gstin, mistyped))
            .expect(422)
            .body();
    DemoStage.note("%s %s", refused, "/errors/0/pointer", "/errors/0/detail");
  }

  private void openedDocument(String application) {
    String documents = partners + "/partner-applications/" + application + "/documents";
    String id = stage.manager.get(documents).expect(200).body().at("/items/0/id").asText();
    stage.say("A reviewer opens what was uploaded; the audit notes who did");
    stage
        .manager
        .text(documents + "/" + id + "/content")
        .lines()
        .forEach(line -> DemoStage.note(line.replace("%", "%%"), null));
  }

  private String approvedAutomatically() {
    DemoApplicant exporter =
        DemoApplicant.of(
            "Kutch Cotton Exports", "private_limited", LocalDate.now().minusYears(9), "Bhuj");
    stage.say(
        "Kutch Cotton Exports applies with a proof of its bank account and an exporter's code,"
            + " too");
    String application =
        apply(
            exporter, List.of("gst_certificate", "pan_card", "address_proof", "bank_proof", "iec"));
    stage.say("Two people have verified everything and the score is high: approved at once");
    JsonNode submitted = submit(application);
    DemoStage.note("score %s, %s, route %s", submitted, "/score", "/category", "/route");
    return inDirectory(submitted.path("partnerId").asText());
  }

  private void rejectedByDirector() {
    DemoApplicant trader =
        DemoApplicant.of(
            "Overnight Traders", "proprietorship", LocalDate.now().minusMonths(2), "Surat");
    stage.say("Overnight Traders applies; it is two months old, so a director decides");
    String application = apply(trader, PAPERS);
    JsonNode submitted = submit(application);
    DemoStage.note("score %s, %s, route %s", submitted, "/score", "/category", "/route");
    stage.say("The director rejects");
    decide(
        stage.director,
        application,
        "{\"decision\": \"reject\", \"notes\": \"No trading history\"}");
    stage.trail.printPublished("partners", application, 7);
  }

  private long warehouse(String partnerId) {
    stage.say("Saurashtra Ginning gets a warehouse, which becomes the place that it ships from");
    stage
        .manager
        .post(
            partners + "/partners/" + partnerId + "/locations",
            """
            {"type": "warehouse", "name": "Gondal warehouse", "code": "GDL", "capacity": "5000", "defaultShipFrom": true,
             "address": {"line": "Highway 27", "city": "Gondal", "state": "Gujarat", "postalCode": "360311",
                         "country": "IN", "latitude": 21.96, "longitude": 70.80}}
            """)
        .expect(201);
    return heard(partnerId, 2);
  }

  private long life(String partnerId) {
    String partner = partners + "/partners/" + partnerId;
    long sequence = warehouse(partnerId);

    stage.say("It may export from the moment its exporter's code is verified");
    verify(partner + "/documents", "iec");
    sequence = heard(partnerId, sequence);

    stage.say("It asks for a higher limit; a manager grants it");
    String higher =
        stage
            .applicant
            .post(
                partner + "/amendments",
                """
                {"type": "increase_credit_limit", "reason": "Two good seasons",
                 "proposed": {"creditLimit": {"amount": "7500000.00", "currency": "INR"}}}
                """)
            .expect(201)
            .text("id");
    stage
        .manager
        .post(partner + "/amendments/" + higher + "/decision", "{\"decision\": \"approve\"}")
        .expect(200);
    sequence = heard(partnerId, sequence);

    stage.say("It asks for another bank account: a director decides, never who asked");
    String amendment =
        stage
            .applicant
            .post(
                partner + "/amendments",
                """
                {"type": "change_bank", "reason": "We changed our bank", "proposed": {"bank":
                 {"accountName": "Saurashtra Ginning", "bankName": "ICICI Bank", "accountNumber": "601000987654",
                  "routingCode": "ICIC0004321"}}}
                """)
            .expect(201)
            .text("id");
    int own =
        stage
            .applicant
            .post(partner + "/amendments/" + amendment + "/decision", "{\"decision\": \"approve\"}")
            .status();
    System.out.printf("      who asked decides: %d%n", own);
    stage
        .director
        .post(partner + "/amendments/" + amendment + "/decision", "{\"decision\": \"approve\"}")
        .expect(200);
    sequence = heard(partnerId, sequence);

    stage.say("Its KYC is renewed");
    String proof = verify(partner + "/documents", "address_proof");
    String renewal =
        stage
            .applicant
            .post(partner + "/kyc-renewals", "{\"type\": \"annual\"}")
            .expect(201)
            .text("id");
    stage
        .manager
        .post(
            partner + "/kyc-renewals/" + renewal + "/completion",
            "{\"outcome\": \"passed\", \"documentIds\": [\"%s\"]}".formatted(proof))
        .expect(200);
    return heard(partnerId, sequence);
  }

  private void suspension(String partnerId) {
    stage.say("Kutch Cotton Exports is suspended; the trade desk knows without asking anybody");
    stage
        .manager
        .post(
            partners + "/partners/" + partnerId + "/suspension",
            "{\"reason\": \"Payment overdue for 60 days\"}")
        .expect(200);
    heard(partnerId, 2);
  }

  private void farewell(String partnerId, long sequence) {
    stage.say("Saurashtra Ginning leaves: nothing of it is open any more");
    stage.await(
        "partners to hear that nothing is open",
        () ->
            stage
                    .manager
                    .get(partners + "/partners/" + partnerId + "/open-business")
                    .body()
                    .path("open")
                    .asInt(-1)
                == 0);
    stage
        .manager
        .post(
            partners + "/partners/" + partnerId + "/deactivation",
            "{\"reason\": \"The owners retire\"}")
        .expect(200);
    heard(partnerId, sequence);
    DemoStage.note(
        "inactive partners so far: %s",
        stage.manager.get(partners + "/partners/dashboard").expect(200).body(),
        "/byStatus/inactive");
  }

  private String apply(DemoApplicant company, List<String> papers) {
    String applications = partners + "/partner-applications";
    String id = stage.applicant.post(applications, company.json()).expect(201).text("id");
    for (String paper : papers) {
      verify(applications + "/" + id + "/documents", paper, company.documentText(paper));
    }
    stage.trail.printPublished("partners", id, 0);
    return id;
  }

  private String verify(String documents, String paper) {
    return verify(documents, paper, "A paper of the kind " + paper);
  }

  // Two users verify without a decision: one user knows banks, the second user all other documents.
  private String verify(String documents, String paper, String text) {
    String id = stage.applicant.upload(documents, paper, text).expect(201).text("id");
    ApiClient reviewer = paper.equals("bank_proof") ? stage.director : stage.checker;
    reviewer.post(documents + "/" + id + "/verification", "{\"decision\": \"verify\"}").expect(200);
    return id;
  }

  private JsonNode submit(String application) {
    return stage
        .applicant
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
    stage.trail.printPublished("partners", partnerId, 0);
    stage.trail.awaitDirectory(partnerId, 2);
    return partnerId;
  }

  /**
   * Prints the events published since, waits until the trade desk has them, returns the last
   * sequence.
   */
  private long heard(String partnerId, long since) {
    long last = stage.trail.printPublished("partners", partnerId, since);
    stage.trail.awaitDirectory(partnerId, last);
    return last;
  }
}
