package com.cottonerp.eventing.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cottonerp.contracts.risk.v1.ExposureLevelChanged;
import com.cottonerp.contracts.risk.v1.PartnerRiskAssessed;
import com.cottonerp.contracts.risk.v1.PartyLinkDetected;
import com.cottonerp.contracts.risk.v1.RiskAssessed;
import com.cottonerp.contracts.risk.v1.RiskEvent;
import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.Test;

class RoutesTest {
  @Test
  void a_table_that_handles_or_ignores_every_type_is_complete() {
    Routes<RiskEvent> routes =
        routes()
            .on(PartnerRiskAssessed.class, (event, at) -> done())
            .ignoring(ExposureLevelChanged.class, PartyLinkDetected.class, RiskAssessed.class)
            .complete();

    assertThat(routes.topic()).isEqualTo("risk-events");
    assertThat(routes.route("PartnerRiskAssessed"))
        .hasValueSatisfying(
            route -> {
              assertThat(route.type()).isEqualTo(PartnerRiskAssessed.class);
              assertThat(route.version()).isEqualTo(1);
            });
  }

  @Test
  void a_type_that_is_neither_handled_nor_ignored_is_named() {
    Routes<RiskEvent> routes = routes().on(PartnerRiskAssessed.class, (event, at) -> done());

    assertThatThrownBy(routes::complete)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("risk-events")
        .hasMessageContaining("ExposureLevelChanged")
        .hasMessageNotContaining("PartnerRiskAssessed");
  }

  @Test
  void ignored_types_and_types_of_tomorrow_have_no_route() {
    Routes<RiskEvent> routes = routes().ignoring(ExposureLevelChanged.class);

    assertThat(routes.route("ExposureLevelChanged")).isEmpty();
    assertThat(routes.route("NobodyHeardOfIt")).isEmpty();
  }

  private static Routes<RiskEvent> routes() {
    return Routes.from(RiskEvent.TOPIC, RiskEvent.class);
  }

  private static Uni<Void> done() {
    return Uni.createFrom().voidItem();
  }
}
