package com.cottonerp.system.testkit;

import com.cottonerp.runner.ApiClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;

/** A commodity and a place of the test's own, and the bodies of posts of them. */
public final class Market {
  private final TestSystem system;
  private final ApiClient api;
  private final String cotton;
  private final String place;

  public Market(TestSystem system) {
    this.system = system;
    this.api = system.api();
    String mark = UUID.randomUUID().toString().substring(24).toUpperCase(java.util.Locale.ROOT);
    cotton =
        created(
            "commodities",
            "id",
            """
            {"code": "COTTON-%1$s", "name": "Cotton %1$s", "category": "COTTON", "hsnCode": "5201", "gstRate": "5",
             "baseUnit": "KG", "tradeUnit": "BALE", "rateUnit": "CANDY"}
            """
                .formatted(mark));
    place = location("Rajkot", "GJ", "22.3039", "70.8022");
  }

  /** What the trade desk answers to an internal user. */
  JsonNode asInternalUser(String path) {
    return api.get(system.program("trade-desk-service").url() + "/api/v1/" + path)
        .expect(200)
        .body();
  }

  public String cotton() {
    return cotton;
  }

  /** A registered place; its id. */
  public String location(String city, String stateCode, String latitude, String longitude) {
    return created(
        "locations",
        "locationId",
        """
        {"name": "%1$s", "placeId": "%5$s", "address": "%1$s", "city": "%1$s", "stateCode": "%2$s", "country": "IN",
         "latitude": "%3$s", "longitude": "%4$s"}
        """
            .formatted(city, stateCode, latitude, longitude, UUID.randomUUID()));
  }

  private String created(String what, String idField, String body) {
    return Trader.patiently(
            what, api, system.program("settings-service").url() + "/api/v1/" + what, body)
        .expect(201)
        .text(idField);
  }

  public String offer(String quantity, String price) {
    return offerAt(place, quantity, price, "29.0");
  }

  public String offerAt(String locationId, String quantity, String price, String staple) {
    return """
    {"commodityId": "%s", "place": {"locationId": "%s"}, "totalQuantity": "%s", "price": "%s",
     "quality": {"Staple Length": "%s", "Micronaire": "4.2", "Strength": "29", "Color Grade": "WHITE", "Trash Content": "3.0",
                 "Moisture Content": "7.5"}}
    """
        .formatted(cotton, locationId, quantity, price, staple);
  }

  public String wish(String quantity, String maxPrice) {
    return """
    {"commodityId": "%s", "places": [{"locationId": "%s"}], "minQuantity": "%3$s", "maxQuantity": "%3$s", "maxPrice": "%4$s",
     "quality": [{"name": "Staple Length", "min": "28", "max": "30"}]}
    """
        .formatted(cotton, place, quantity, maxPrice);
  }
}
