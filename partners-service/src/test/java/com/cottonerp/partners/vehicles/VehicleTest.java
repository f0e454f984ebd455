package com.cottonerp.partners.vehicles;

import static com.cottonerp.partners.testkit.Onboarding.PARTNERS;
import static com.cottonerp.partners.testkit.Onboarding.as;
import static com.cottonerp.partners.testkit.Onboarding.partner;
import static com.cottonerp.partners.testkit.Onboarding.refused;
import static com.cottonerp.partners.testkit.Onboarding.serviceProvider;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.cottonerp.partners.testkit.RunningPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class VehicleTest {
  private static final List<String> PAPERS =
      List.of("gst_certificate", "pan_card", "address_proof");
  private final String number =
      "GJ%02dAB%04d".formatted(1 + new Random().nextInt(98), 1 + new Random().nextInt(9998));

  private static String truck(String vehicleNumber) {
    return "{\"vehicleNumber\": \"%s\", \"type\": \"truck\", \"owner\": \"Acme\", \"capacityTons\": \"18.5\"}"
        .formatted(vehicleNumber);
  }

  @Test
  void a_transporter_has_vehicles_and_a_number_is_registered_once() {
    String vehicles =
        PARTNERS + "/" + partner(serviceProvider("transporter"), PAPERS) + "/vehicles";
    String others = PARTNERS + "/" + partner(serviceProvider("transporter"), PAPERS) + "/vehicles";

    String vehicle =
        as("clerk")
            .body(truck(number.substring(0, 4) + " " + number.substring(4)))
            .post(vehicles)
            .then()
            .statusCode(201)
            .body("vehicleNumber", equalTo(number))
            .body("registryVerified", equalTo(false))
            .extract()
            .path("id");
    refused(as("clerk").body(truck(number)).post(others), 409, "vehicle-taken");

    as("clerk")
        .body(truck(number).replace("18.5", "20"))
        .put(vehicles + "/" + vehicle)
        .then()
        .statusCode(200)
        .body("capacityTons", equalTo("20"));
    as("clerk").delete(vehicles + "/" + vehicle).then().statusCode(204);
    as("clerk").get(vehicles).then().body("items", hasSize(0));
    as("clerk").body(truck(number)).post(others).then().statusCode(201);
  }

  @Test
  void who_carries_no_goods_has_no_vehicles() {
    refused(
        as("clerk").body(truck(number)).post(PARTNERS + "/" + partner() + "/vehicles"),
        400,
        "transporters-only");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ZZ99AB1234",
        "GJ00AB1234",
        "GJ03ABCD1234",
        "GJ03AB0000",
        "22BH1234IA",
        "1234",
        "GJ03"
      })
  void G11_a_number_of_another_shape_is_refused(String malformed) {
    refused(
        as("clerk").body(truck(malformed)).post(PARTNERS + "/" + partner() + "/vehicles"),
        422,
        "invalid-request");
  }
}
