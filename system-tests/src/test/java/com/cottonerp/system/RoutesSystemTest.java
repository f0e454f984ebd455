package com.cottonerp.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.system.testkit.Route;
import com.cottonerp.system.testkit.TestSystem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Walks every route that the programs' OpenAPI documents name. */
@ExtendWith(TestSystem.Shared.class)
class RoutesSystemTest {
  private final TestSystem system;

  RoutesSystemTest(TestSystem system) {
    this.system = system;
  }

  @Test
  void no_route_answers_without_a_token() {
    assertThat(routes()).filteredOn(route -> route.statusFor(null) != 401).isEmpty();
  }

  @Test
  void no_route_answers_a_token_without_permissions() {
    String token = system.tokenWithoutPermissions();

    assertThat(routes()).filteredOn(route -> route.statusFor(token) != 403).isEmpty();
  }

  @Test
  void every_route_says_what_it_does_and_which_problems_it_answers() {
    assertThat(routes()).filteredOn(route -> !route.hasSummary()).isEmpty();
    assertThat(routes()).filteredOn(route -> !route.answersProblems("401", "403")).isEmpty();
    assertThat(routes())
        .filteredOn(route -> route.isConditional() && !route.answersProblems("412"))
        .isEmpty();
    assertThat(routes())
        .filteredOn(route -> route.creates() && !route.takesIdempotencyKey())
        .isEmpty();
    assertThat(routes()).filteredOn(route -> !route.showsItsBody()).isEmpty();
  }

  private List<Route> routes() {
    List<Route> routes =
        system.local().programs().stream()
            .filter(program -> !program.name().matches(".*-\\d"))
            .flatMap(system::routesOf)
            .toList();
    assertThat(routes).hasSizeGreaterThan(30);
    return routes;
  }
}
