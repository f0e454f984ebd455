package com.cottonerp.runner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;

/** The brokerage sets up its commodities, locations and commissions, and its own profile. */
final class SettingsDemo {
  private final DemoStage stage;
  private final String settings;
  private final String mark;

  /**
   * @param mark makes the codes and names of this run unique
   */
  SettingsDemo(DemoStage stage, String mark) {
    this.stage = stage;
    this.settings = stage.api("settings-service");
    this.mark = mark;
  }

  /** The commodity and the location of the demo. */
  record Setup(String commodityId, String locationId) {}

  Setup play() {
    Setup setup = new Setup(commodity(), place());
    organization();
    return setup;
  }

  private String commodity() {
    stage.say("Settings: cotton is created, with the quality parameters of its category");
    JsonNode cotton =
        create(
            "commodities",
            """
            {"code": "COTTON-%1$s", "name": "Cotton %1$s", "category": "COTTON", "hsnCode": "5201", "gstRate": "5",
             "baseUnit": "KG", "tradeUnit": "BALE", "rateUnit": "CANDY"}
            """
                .formatted(mark));
    DemoStage.note(
        "measured: %s, %s, %s and others",
        cotton, "/parameters/0/name", "/parameters/1/name", "/parameters/2/name");
    published(cotton.path("id").asText());

    stage.say(
        "600 bales at 50 000 a candy: units convert exactly, money is rounded once, at the end");
    JsonNode price =
        stage
            .manager
            .post(
                settings + "/commodities/" + cotton.path("id").asText() + "/conversions",
                "{\"tradeQuantity\": \"600\", \"ratePerUnit\": \"50000\"}")
            .expect(200)
            .body();
    System.out.printf("      %s%n", price);

    stage.say("A commission on it: 0.25 %, not below 1 000");
    JsonNode commission =
        create(
            "commission-structures",
            """
            {"name": "Cotton", "commodityId": "%s", "type": "percentage", "rate": "0.25", "minAmount": "1000.00",
             "appliesTo": "both"}
            """
                .formatted(cotton.path("id").asText()));
    published(commission.path("structureId").asText());
    return cotton.path("id").asText();
  }

  private String place() {
    stage.say("A place is looked up and kept; looked up again it is the same one");
    JsonNode found =
        stage.manager.get(settings + "/places?q=rajkot").expect(200).body().path("items").path(0);
    JsonNode known = locationOf(found.path("placeId").asText());
    if (known.isMissingNode()) {
      ((ObjectNode) found).remove("source");
      known = stage.manager.post(settings + "/locations", found.toString()).expect(201).body();
    }
    DemoStage.note("%s, %s, region %s, %s", known, "/name", "/state", "/region", "/timezone");
    return known.path("locationId").asText();
  }

  private JsonNode locationOf(String placeId) {
    for (JsonNode location :
        stage.manager.get(settings + "/locations?q=rajkot").expect(200).body().path("items")) {
      if (location.path("placeId").asText().equals(placeId)) {
        return location;
      }
    }
    return MissingNode.getInstance();
  }

  private void organization() {
    stage.say("Our own company: a GST registration, a bank account, a financial year");
    String id =
        create(
                "organizations",
                """
                {"name": "Cotton Brokers %s", "address": {"line": "5 Market Yard", "city": "Rajkot", "state": "Gujarat",
                 "postalCode": "360001", "country": "IN"}}
                """
                    .formatted(mark))
            .path("id")
            .asText();
    create(
        "organizations/" + id + "/gst-registrations",
        "{\"gstin\": \"%s\"}".formatted(Gstins.of("24", DemoApplicant.newPan("private_limited"))));
    create(
        "organizations/" + id + "/bank-accounts",
        "{\"holder\": \"Cotton Brokers\", \"bankName\": \"HDFC Bank\", \"accountNumber\": \"501000123456\", \"ifsc\": \"HDFC0001234\"}");
    String year =
        create("organizations/" + id + "/financial-years", FinancialYear.body(Clock.systemUTC()))
            .path("id")
            .asText();
    published(id);

    stage.say("Documents are numbered without gaps, each number once");
    create(
        "organizations/" + id + "/document-series",
        "{\"documentType\": \"CONTRACT\", \"financialYearId\": \"%s\", \"prefix\": \"CON\"}"
            .formatted(year));
    for (int i = 0; i < 2; i++) {
      DemoStage.note(
          "%s",
          create("organizations/" + id + "/document-numbers/CONTRACT", ""), "/documentNumber");
    }
  }

  private JsonNode create(String what, String json) {
    return stage.manager.post(settings + "/" + what, json).expect(201).body();
  }

  private void published(String id) {
    stage.trail.printPublished("settings", id, 0);
  }
}
