package com.cottonerp.eventing.inbox;

import com.cottonerp.contracts.PublishedEvent;
import com.cottonerp.contracts.partners.v1.PartnerEvent;
import com.cottonerp.contracts.risk.v1.RiskEvent;
import com.cottonerp.contracts.settings.v1.SettingsEvent;
import com.cottonerp.contracts.trade.v1.TradeEvent;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** A projection per topic that reads every event whole and keeps that it was there. */
@ApplicationScoped
class HeardProjections {
  @Produces
  @ApplicationScoped
  Projection partners() {
    return new Heard<>("heard-partners", PartnerEvent.TOPIC, PartnerEvent.class);
  }

  @Produces
  @ApplicationScoped
  Projection risk() {
    return new Heard<>("heard-risk", RiskEvent.TOPIC, RiskEvent.class);
  }

  @Produces
  @ApplicationScoped
  Projection trade() {
    return new Heard<>("heard-trade", TradeEvent.TOPIC, TradeEvent.class);
  }

  @Produces
  @ApplicationScoped
  Projection settings() {
    return new Heard<>("heard-settings", SettingsEvent.TOPIC, SettingsEvent.class);
  }

  static final class Heard<E extends PublishedEvent> implements Projection {
    private final String name;
    private final Routes<E> routes;

    Heard(String name, String topic, Class<E> family) {
      this.name = name;
      this.routes = Routes.from(topic, family);
      PublishedEvent.typesOf(family).forEach(type -> routes.on(of(type), this::heard));
      routes.complete();
    }

    @SuppressWarnings("unchecked") // WHY: the types of a family are of the family.
    private Class<E> of(Class<? extends PublishedEvent> type) {
      return (Class<E>) type;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Routes<?> routes() {
      return routes;
    }

    private Uni<Void> heard(E event, EventPosition at) {
      return Panache.getSession()
          .chain(
              session ->
                  session
                      .createNativeQuery("INSERT INTO heard VALUES (:name, :id, :sequence, :text)")
                      .setParameter("name", name)
                      .setParameter("id", at.aggregateId())
                      .setParameter("sequence", at.sequence())
                      // Whatever the event says goes into the database, as a read model would put
                      // it there.
                      .setParameter("text", event.toString())
                      .executeUpdate())
          .replaceWithVoid();
    }
  }
}
