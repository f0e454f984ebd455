package com.cottonerp.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cottonerp.runner.ApiClient;
import com.cottonerp.system.testkit.TestSystem;
import com.cottonerp.system.testkit.Trader;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Who is deactivated in partners-service is refused by every service, whatever their token says.
 */
@ExtendWith(TestSystem.Shared.class)
class EmployeeAccessSystemTest {
  private static final Map<String, String> ASKED =
      Map.of(
          "partners-service", "/api/v1/partners",
          "trade-desk-service", "/api/v1/availabilities",
          "settings-service", "/api/v1/commodities",
          "risk-service", "/api/v1/assessments");

  private final TestSystem system;

  EmployeeAccessSystemTest(TestSystem system) {
    this.system = system;
  }

  @Test
  void a_deactivated_employee_loses_access_to_every_service_within_a_minute() {
    Trader trader = new Trader(system);
    String employees =
        system.program("partners-service").url() + "/api/v1/partners/" + trader.id() + "/employees";
    String employee =
        system
            .api()
            .post(
                employees,
                "{\"name\": \"Meera\", \"email\": \"m@acme.example\", \"role\": \"employee\"}")
            .expect(201)
            .text("id");
    system
        .api()
        .post(
            employees + "/" + employee + "/activation",
            "{\"subject\": \"user-of-%s\"}".formatted(trader.id()))
        .expect(200);
    ASKED.keySet().forEach(service -> assertThat(isRefused(trader, service)).isFalse());

    system.api().post(employees + "/" + employee + "/deactivation", "").expect(200);

    await()
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(
            () ->
                assertThat(ASKED.keySet())
                    .allSatisfy(
                        service -> assertThat(isRefused(trader, service)).as(service).isTrue()));
  }

  private boolean isRefused(Trader trader, String service) {
    ApiClient.Answer answer =
        new ApiClient(trader.token()).get(system.program(service).url() + ASKED.get(service));
    return answer.status() == 403 && answer.text("type").endsWith("/access-withdrawn");
  }
}
