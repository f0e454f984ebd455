package com.cottonerp.runner.soak;

import com.cottonerp.runner.ApiClient;
import com.cottonerp.runner.FinancialYear;
import java.time.Clock;
import java.util.Random;

/** The settings that a desk needs: its own commodity, a location, and a number series. */
final class Market {
  static final String SETTINGS = "settings-service";

  private final PatientClient client;
  private final PatientClient.As manager;
  private final History history;
  private final String commodity;
  private final String place;
  private final String organization;

  Market(PatientClient client, PatientClient.As manager, History history, String mark) {
    this.client = client;
    this.manager = manager;
    this.history = history;
    this.commodity = created("commodities", "id", commodity(mark));
    this.place = created("locations", "locationId", place(mark));
    this.organization = organization(mark);
  }

  private static String commodity(String mark) {
    return """
    {"code": "COTTON-%1$s", "name": "Cotton %1$s", "category": "COTTON", "hsnCode": "5201", "gstRate": "5",
     "baseUnit": "KG", "tradeUnit": "BALE", "rateUnit": "CANDY"}
    """
        .formatted(mark);
  }

  private static String place(String mark) {
    return """
    {"name": "Rajkot", "placeId": "place-%s", "address": "Rajkot", "city": "Rajkot", "stateCode": "GJ", "country": "IN",
     "latitude": "22.3039", "longitude": "70.8022"}
    """
        .formatted(mark);
  }

  private String organization(String mark) {
    String id =
        created(
            "organizations",
            "id",
            """
            {"name": "Brokers %s", "address": {"line": "5 Market Yard", "city": "Rajkot", "state": "Gujarat",
             "postalCode": "360001", "country": "IN"}}
            """
                .formatted(mark));
    String year =
        created(
            "organizations/" + id + "/financial-years",
            "id",
            FinancialYear.body(Clock.systemUTC()));
    created(
        "organizations/" + id + "/document-series",
        "id",
        "{\"documentType\": \"CONTRACT\", \"financialYearId\": \"%s\", \"prefix\": \"CON\"}"
            .formatted(year));
    return id;
  }

  private String created(String path, String idField, String body) {
    return client.post(manager, SETTINGS, path, body).expect(201).text(idField);
  }

  /** Takes the next number of the contracts. */
  void takeDocumentNumber() {
    ApiClient.Answer answer =
        client
            .post(
                manager,
                SETTINGS,
                "organizations/" + organization + "/document-numbers/CONTRACT",
                "")
            .expect(201);
    history.made("document-numbers", organization, answer.text("documentNumber"));
  }

  String offer(DealPlan plan) {
    return """
    {"commodityId": "%s", "place": {"locationId": "%s"}, "totalQuantity": "%s", "price": "50000.00",
     "quality": {"Staple Length": "29.0", "Micronaire": "4.2", "Strength": "29", "Color Grade": "WHITE", "Trash Content": "3.0",
                 "Moisture Content": "7.5"}}
    """
        .formatted(commodity, place, plan.quantity());
  }

  String wish(DealPlan plan) {
    return """
    {"commodityId": "%s", "places": [{"locationId": "%s"}], "minQuantity": "%3$s", "maxQuantity": "%3$s", "maxPrice": "%4$s",
     "quality": [{"name": "Staple Length", "min": "28", "max": "30"}]}
    """
        .formatted(commodity, place, plan.quantity(), plan.highestPrice());
  }

  /** Letters and digits that are unique among the markets of the soak. */
  static String mark(Random chance, int worker) {
    return "%d%06X".formatted(worker, chance.nextInt(0x1000000));
  }
}
